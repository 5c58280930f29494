-- why: the title of a pull request follows the incident's summary, until somebody gives it another one.

alter table publications
  -- The fingerprint of the title that the bot gave it last.
  add column title_hash text;
