SELECT *
FROM cite('claim:fjord3:bridge');
