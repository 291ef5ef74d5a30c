-- A subscription may want several types of event, in one order.
alter table subscription alter column type type text[] using array[type];
alter table subscription rename column type to types;
