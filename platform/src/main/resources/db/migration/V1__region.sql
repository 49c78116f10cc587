-- Divisions: GB/T 2260 codes padded to 12 digits, so that a subtree is a code prefix.
create table region (
  code       varchar(12) primary key,
  short_code varchar(12) not null unique,
  name       text not null,
  level      text not null check (level in ('PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP')),
  kind       text not null,
  parent     varchar(12) references region,
  -- City-run zones have no national code: theirs is local and still starts with the city's prefix.
  local      boolean not null default false,
  -- Units that exist only for statistics are kept but not offered.
  listed     boolean not null default true
);
create index region_parent on region (parent);
