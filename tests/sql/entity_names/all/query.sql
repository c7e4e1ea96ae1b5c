SELECT *
FROM entity_names;
