package org.kartoteka.itests.ui;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kartoteka.itests.harness.RunningProduct;

/** The tests of the class run against one started product, in one Chromium. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({RunningProduct.class, Browser.class})
@interface OnProduct {}
