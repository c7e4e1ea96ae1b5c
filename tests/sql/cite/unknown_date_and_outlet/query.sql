SELECT *
FROM cite('claim:undated:silos');
