-- The languages that memories have been stored in; a question is stemmed in each of them.
CREATE TABLE languages (
    name text PRIMARY KEY
);
INSERT INTO languages (name) VALUES ('english');
