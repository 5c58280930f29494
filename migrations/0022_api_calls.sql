-- Which writes of the API have been done under which key: sent again within a day they are not done twice.
create table api_calls (
  key text primary key,
  said text not null,
  at timestamptz not null
);
create index api_calls_at on api_calls (at);
