/** Divisions (行政区划): province, city, counties and city-run zones, towns and streets. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package org.yueyuetan.platform.region;
