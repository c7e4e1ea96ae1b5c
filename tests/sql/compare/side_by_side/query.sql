-- Outlet or source_id, in any letter case. The harbour is out, for its version is superseded.
SELECT *
FROM compare('NORTHERN wire', 'fjordtimes.example');
