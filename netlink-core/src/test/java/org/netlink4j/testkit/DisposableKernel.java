package org.netlink4j.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Does what some kernels do not survive, or sets the clock, so that nothing but a virtual machine may be asked to. Skipped with the
 * reason unless {@code -Dnetlink4j.disposable=true} says that this is one.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(Conditions.class)
public @interface DisposableKernel {}
