package org.yueyuetan.platform.fulfilment;

/** What ends the carrying out of an agreement. */
public enum FulfilmentEvent {
  FULFIL,
  TERMINATE
}
