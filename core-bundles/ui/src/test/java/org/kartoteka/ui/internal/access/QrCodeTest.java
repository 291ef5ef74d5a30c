package org.kartoteka.ui.internal.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {

  private static final int DOT = 4;

  @Test
  void aCameraReadsWhatWasWritten() throws Exception {
    String address = "otpauth://totp/Kartoteka:anna?secret=GEZDGNBVGY3TQOJQ&issuer=Kartoteka";
    String svg = QrCode.svg(address);
    Matcher size = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
    size.find();
    int width = Integer.parseInt(size.group(1)) * DOT;
    int[] pixels = new int[width * width];
    Arrays.fill(pixels, 0xffffff);
    Matcher dot = Pattern.compile("M(\\d+) (\\d+)h1v1").matcher(svg);
    while (dot.find()) {
      for (int i = 0; i < DOT * DOT; i++) {
        int x = Integer.parseInt(dot.group(1)) * DOT + i % DOT;
        int y = Integer.parseInt(dot.group(2)) * DOT + i / DOT;
        pixels[y * width + x] = 0;
      }
    }

    var read =
        new QRCodeReader()
            .decode(
                new BinaryBitmap(
                    new HybridBinarizer(new RGBLuminanceSource(width, width, pixels))));

    assertEquals(address, read.getText());
    assertEquals(BarcodeFormat.QR_CODE, read.getBarcodeFormat());
  }
}
