SELECT datname FROM pg_catalog.pg_database WHERE datallowconn ORDER BY datname
