-- The Post does not tell of the bridge.
SELECT
    claim,
    result,
    a_stance,
    b_stance
FROM compare('Harbour Post', 'Northern Wire');
