-- post2 is a new version of post1: what only post1 had, the Post does not have any more.
UPDATE articles SET supersedes_id = 'post1', version_no = 2
WHERE article_id = 'post2';
