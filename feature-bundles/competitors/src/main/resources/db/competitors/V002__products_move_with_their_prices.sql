-- A product and its prices move to another competitor together when two parties become one.
alter table price_observation
  alter constraint price_observation_product_id_competitor_id_fkey deferrable initially deferred;
