package org.kartoteka.ldap.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.SocketFactory;

/** Sockets that wait for an answer only so long, from the first handshake on. */
final class PatientSockets extends SocketFactory {

  private final SocketFactory sockets;
  private final int patience;

  PatientSockets(SocketFactory sockets, Duration patience) {
    this.sockets = sockets;
    this.patience = (int) patience.toMillis();
  }

  @Override
  public Socket createSocket() throws IOException {
    Socket socket = sockets.createSocket();
    socket.setSoTimeout(patience);
    return socket;
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return createSocket(host, port);
  }

  private Socket connected(InetSocketAddress address) throws IOException {
    Socket socket = createSocket();
    socket.connect(address, patience);
    return socket;
  }
}
