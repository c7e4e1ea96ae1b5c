SELECT
    change,
    before_text,
    after_text
FROM article_changes
WHERE new_claim_id = 'claim:fjord2:silos';
