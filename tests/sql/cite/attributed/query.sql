SELECT *
FROM cite('claim:wire1:warning');
