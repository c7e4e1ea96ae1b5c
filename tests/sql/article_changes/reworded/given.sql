-- The same number in other words is a change, not an update.
UPDATE claims SET text = 'The blaze flattened two grain silos'
WHERE claim_id = 'claim:fjord2:silos';
