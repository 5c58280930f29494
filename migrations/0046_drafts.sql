-- What became of the assistant's drafts is counted over all incidents, without looking through all facts.
create index facts_of_drafts on facts (at) where type = 'assistant.draft_settled';
