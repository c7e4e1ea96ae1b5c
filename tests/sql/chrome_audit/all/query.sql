SELECT *
FROM chrome_audit;
