package org.kartoteka.wrong.internal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;

/** Deliberately wrong in every way that the rules of the code know. */
@Route("wrong")
@Component(service = BadComponent.class)
public class BadComponent implements BundleActivator {

  @Reference private Runnable service;

  @Override
  public void start(BundleContext context) throws InterruptedException {
    new ServiceTracker<>(context, Runnable.class, null).open();
    System.out.println(Instant.now() + " " + LocalDate.now() + " " + new Date());
    Thread.sleep(1);
    new Thread(service).start();
    new Div().setText("wrong");
  }

  @Override
  public void stop(BundleContext context) {}
}
