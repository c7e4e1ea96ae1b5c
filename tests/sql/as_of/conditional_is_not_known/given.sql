UPDATE claims SET conditional = TRUE
WHERE claim_id = 'claim:post2:insurance';
