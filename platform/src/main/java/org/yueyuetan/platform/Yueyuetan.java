package org.yueyuetan.platform;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Yueyuetan {
  public static void main(String[] args) {
    SpringApplication.run(Yueyuetan.class, args);
  }
}
