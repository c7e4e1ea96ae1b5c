-- silos is corroborated (Harbour Post counts once), smoke an echo, bridge a conflict, injured an update.
SELECT *
FROM corroboration;
