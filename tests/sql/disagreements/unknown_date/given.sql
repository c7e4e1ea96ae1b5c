INSERT INTO claim_relations VALUES
('claim:wire1:silos', 'claim:undated:silos', 'cluster:silos', 'conflicts', 'number', '2 against 3', 1.0);
