package org.kartoteka.wrong.shown;

import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.kartoteka.wrong.internal.BadComponent;

/** Deliberately wrong: neither provider nor consumer type, shows internals and Vaadin. */
public interface UnsignedContract {

  List<BadComponent> parts();

  Span shown();
}
