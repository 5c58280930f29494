import type { Lexicon } from './cue.ts'

/** How English-speaking responders put it in a channel, contractions and missing subjects included. */
export const en: Lexicon = {
  impact: [
    /\b(?:impact(?:ed|ing|s)?|affect(?:ed|ing|s)|customer-facing|user-facing|blast radius|outage|unavailable|degraded|data loss|revenue|lost orders|double[- ]?charg\w{1,4}|refunds?)\b/u,
    /\b(?:can(?:no|')t|cannot|unable to|couldn['’]?t|not able to|fail(?:s|ed|ing)? to)\s(?:\w{1,12}\s){0,2}(?:log ?in|sign ?in|check ?out|pay|buy|load|access|see|open|upload|download|send|receive|place|book|order|reach|connect|use|search|submit|print|call|complete)\b/u,
    /\b(?:leak(?:ed|ing|s)?|exposed|exfiltrat\w{2,4}|stolen|compromised|breach(?:ed)?|visible to|accessed by|encrypted by|customers? (?:are|were|is|was|see|saw|get|got|report|had|have))\b/u,
    /\b(?:scope|nobody can|no one can|everyone (?:is|was)|all users|some users|only (?:users|customers|eu|us|apac)\b)/u,
  ],
  people: [
    /\b(?:customers?|users?|clients?|merchants?|tenants?|accounts?|orders?|payments?|transactions?|requests?|emails?|people|employees?|members?|stores?|sellers?|companies|organi[sz]ations|orgs?|sessions?|records?|rows?|devices?|laptops?|mailboxes|logins?|shipments?|bookings?|subscribers?|patients?|drivers?)\b/u,
  ],
  symptom: [
    /\b(?:errors?|erroring|5\d\d'?s?|4[02-9]\d'?s?|5xx|4xx|timeouts?|timing out|timed out|slow|latency|down|fail(?:ing|ed|ures?|s)?|crash(?:ing|ed|es|loop\w{0,10})?|oom\w{0,5}|spik(?:e|es|ed|ing)|stuck|hang(?:s|ing)?|hung|backlog|lag(?:ging)?|queue (?:is|was|depth)|saturat\w{2,4}|exhaust\w{2,5}|full|unreachable|unhealthy|dropp(?:ed|ing)|stale|missing|corrupt\w{0,4}|blank|broken|flapping|died|dead|refused|rejected|aborted|bounc(?:ed|ing)|suspicious|malicious|phish\w{0,4}|malware|ransom\w{0,8}|unauthori[sz]ed|brute[- ]force|ddos|attack)\b/u,
  ],
  detection: [
    /\b(?:alert(?:ed|s|ing)?|paged?|pager\w{0,5}|monitor(?:ing|s)?|detected|noticed|spotted|fired|triggered an|dashboard (?:shows|showed)|synthetic|probe|canary|health ?checks?|on-?call got|reported by|came in|first report|flagged|found out|discovered|tipped)\b/u,
    /\b(?:support|customers?|users?|merchants?|clients?|sales|cs|twitter|a (?:customer|user|researcher|vendor|partner)|researcher|vendor|partner|employee|helpdesk|help desk)\s(?:\w{1,10}\s){0,2}(?:report(?:s|ed|ing)|told|call(?:ed|ing|s)|email(?:ed|s|ing)|complain(?:ed|ing|s)|raised|says|said|ping(?:ed|s)|wrote|contact(?:ed|s))\b/u,
    /\b(?:tickets?|reports?|complaints?|calls?)\s(?:\w{1,8}\s){0,2}(?:from|coming|came|piling|pouring|are up|started)\b/u,
  ],
  change: [
    /\b(?:deploy(?:ed|s|ing|ment)?|releas(?:e|ed|ing)|rollout|rolled out|rolling out|went (?:out|live)|is live|landed|shipped|merged|pushed|upgrad(?:e|ed|ing)|migrat(?:e|ed|ing|ion)|cut ?over|failover test|switched|flipped|enabled|disabled|turned (?:on|off)|maintenance|patch(?:ed|ing)?|terraform|helm|feature flag|flag|config(?:uration)? (?:change|push|update)\w{0,2}|cron|batch job|backfill|campaign|sale|launch(?:ed)?|traffic (?:spike|surge)|key rotation|rotated|expir(?:ed|es|y|ing)|renewal)\b/u,
    /\b(?:chang(?:ed|ing|e)|bumped|lowered|raised|reduced|increased|removed|deleted|dropped|added|edited|updated|clicked|opened (?:the|an) attachment|revoked)\s(?:\w{1,14}\s){0,3}(?:pool|config\w{0,8}|settings?|limits?|timeouts?|rules?|polic(?:y|ies)|flag|version|index|column|record|records|schema|size|permissions?|role|quota|route|routing|firewall|acl|dns|ttl|cert\w{0,8}|link|attachment|replicas?|threshold)\b/u,
  ],
  cause: [
    /\b(?:root cause|cause(?:d|s)?|because|due to|culprit|turns? out|turned out|the (?:problem|issue|reason|bug) (?:is|was)|result of|com(?:es?|ing) from|came from|stem(?:s|med)? from|triggered by|introduced (?:by|in|with)|points? (?:to|at)|pointed (?:to|at)|responsible|explains|that['’]?s why|figured (?:it )?out|found (?:it|the)|tracked (?:it )?down|traced|narrowed|pinpointed)\b/u,
    /\b(?:broke|killed|took down|wrecked|hosed|nuked) (?:the |our |all |every )?[a-z]/u,
    /\b(?:bug|typo|misconfig\w{0,10}|leak|deadlock|race condition|off[- ]by[- ]one|null pointer|npe|forgot(?:ten)?|by mistake|by accident|accidentally|(?:was|were|got|is|are) left (?:out|on|open|behind)|ha[sd] no|never (?:set|renewed|updated|rotated|deployed|applied)|missing (?:index|env|permission|migration|config|cert\w{0,8}|rule|null)|wrong (?:config|value|env|region|key|version|endpoint|account|bucket)|exhaust(?:ed|ion)|ran out of|hard-?coded|public(?:ly)? (?:bucket|readable|accessible))\b/u,
  ],
  culprit: [
    /\b(?:root cause|(?:was|were|is|are|been) caused by|the cause|culprit (?:is|was)|due to|turns? out|turned out|the (?:problem|issue|reason|bug) (?:is|was)|traced (?:it )?(?:back )?to|tracked (?:it )?down|found (?:it|the (?:cause|problem|issue|bug))|pinpointed)\b/u,
  ],
  start: [
    /\b(?:since|start(?:ed|ing|s)?|began|begin(?:ning|s)?|beginning|from about|onset|first (?:error|failure|seen|occurr\w{1,6}|bad|failed)|going back to|right after|ever since|onwards?|kicked off)\b/u,
  ],
  action: [
    /\b(?:roll(?:ed|ing)? (?:it |this |that |the \w{1,16} |everything )?back|rollback|revert(?:ed|ing)?|restart(?:ed|ing)?|reboot(?:ed|ing)?|bounc(?:ed|ing)|fail(?:ed|ing) over|failover|scal(?:ed|ing) (?:up|out|down)|drain(?:ed|ing)?|block(?:ed|ing)|isolat(?:ed|ing)|quarantin\w{1,3}|disabl(?:ed|ing)|revok(?:ed|ing)|rotat(?:ed|ing)|renew(?:ed|ing)|re-?issued|hot-?fix\w{0,3}|patched|restor(?:ed|ing)|purg(?:ed|ing)|flush(?:ed|ing)|clear(?:ed|ing)|kill(?:ed|ing)|throttl(?:ed|ing)|rate[- ]limit\w{0,4}|work-?around|mitigat(?:ed|ing|ion)|reset|replay(?:ed|ing)?|re-?ran|turned (?:it |the \w{1,16} )?(?:off|back on)|put (?:it |the \w{1,16} )?back|switched (?:over|back|to)|bumped|increased|doubled|lowered|wiped|took (?:it |the \w{1,16} )?(?:down|offline|out)|pulled the|locked|forced (?:a )?(?:log ?out|password)|undid|removed|deleted|fix (?:is )?(?:deployed|merged|live|out|in))\b/u,
  ],
  recovery: [
    /\b(?:recover(?:ed|ing|y)|resolved|fixed|restored|back (?:to normal|up|online|to baseline|under)|healthy(?: again)?|all green|all clear|stable|stabili[sz]\w{1,4}|mitigated|error(?:s| rate)? (?:is |are |was |has |have |rate )?(?:\w{1,10} )?(?:gone|down to|dropping|dropped|zero|cleared|back)|no (?:more|new) (?:errors|failures|reports|alerts)|(?:working|running|serving|printing|loading|processing|syncing|flowing|responding|answering|sending|delivering|receiving|scanning|moving|right|green|fine|ok|fast|normal|online|works?|work|up|healthy) again|working (?:now|for me)|(?:it|login|checkout|cart|page|site|app|api|everything|all) (?:works|is working)\b|caught up|drained|subsided|contained|service is up|(?:^|\b(?:it|login|that|everything|page) )works (?:in|for|on|now|again|fine|here)|^works\b|(?:sound|traffic|service|login|mail|data|orders?|calls?|payments?) (?:is|are) back\b|we['’]?re (?:good|back|done)|(?:can|could) close|back(?:log)? (?:is )?(?:at|to) zero|people say it works|looks? (?:good|recovered)|all good)\b/u,
  ],
  relapse: [
    /\b(?!working|running|serving|printing|loading|processing|syncing|flowing|responding|answering|sending|delivering|receiving|scanning|moving)\w{3,12}ing again\b/u,
    /\b(?:delays?|\w{3,12}(?:rors?|ures?|outs?|aints?|erts?|orts?)|silent|late|empty|wrong|blank|hangs?|full)\b(?: \w{1,12}){0,2} again\b/u,
    /\b(?:spoke too soon|(?:slow|down|failing|broken|bad|stuck|timing out|erroring|unavailable|red|dead|gone|dropping|crashing) again|not (?:yet )?(?:fixed|resolved|recovered|back|out of the woods)|still (?:\w{3,12}ing\b(?<!working|running|investigating|looking|checking|waiting|serving|responding)|rejects?\b|refus\w{1,3}\b|fails?\b|breaks?\b|crash\w{1,3}\b|seeing|failing|down|broken|slow|erroring|happening|getting|bad|timing|not|there|stuck|elevated|no)|back again|again\b.{0,16}\b(?:down|failing|errors?|alerts?)|happening again|came back|coming back|(?:is|are|it['’]?s) back(?:[.!,]|$)|re-?occurr\w{1,4}|returned|didn['’]?t (?:help|work|fix|stick)|did not (?:help|work|fix)|no (?:effect|improvement|change|difference)|same as before|as before|unchanged|made it worse|didn['’]?t change|not moving|isn['’]?t fixed|scratch the all[- ]clear|premature)\b/u,
  ],
  decision: [
    /\b(?:decid(?:ed|ing)|decision|let['’]?s (?:go|roll|revert|not|hold|keep|fail|do|call)|we(?:['’]ll| will| are going to) (?:go|roll|revert|hold|keep|fail|not|take|treat)|going with|agreed|approved|sign(?:ed)? off|call(?:ing)? it|declar(?:ed|ing)|sev(?:erity)?[- ]?\d|bump(?:ed|ing)? (?:to|severity)|taking over as|handing over|taking (?:lead|command|ic))\b/u,
  ],
  need: [
    /\b(?:need(?:s|ed)?|please|can (?:someone|anyone|you|somebody)|could (?:someone|you)|waiting (?:on|for)|blocked on|who (?:can|has|owns)|help|looking for someone|requires?)\b/u,
  ],
  next: [
    /\b(?:we should|should (?:add|have|make|probably|also|never|write|get|be|move|document|automate|test|alert)|follow[- ]?ups?|action items?|to ?-?do|let['’]?s (?:add|make sure|write|document|automate|file|not .{0,20}again|put)|(?:need|want|have) to (?:add|fix|write|document|automate|get|make|move|review|test|rotate|enforce|require|alert|split)|post-?mortem|retro|ticket (?:for|to)|file(?:d)? (?:a|an) (?:ticket|jira|issue|bug)|jira|next time|in (?:the )?future|long[- ]term|permanent fix|prevent(?:ing|ion)?|going forward|add (?:an?|more) (?:alert|test|monitor|check|guard|limit|lint|index)\w{0,3}|backlog item|would be (?:nice|good) to)\b/u,
  ],
  well: [
    /\b(?:(?:nice|great|happy|good) that|worked (?:well|great|nicely|perfectly|like a charm)|good (?:thing we|catch|call|job on|that we)|nice catch|glad (?:we|that|the)|went (?:well|smoothly|fine|quick)|quick(?:ly)? (?:caught|spotted|rolled|detect\w{1,3}|rollback|response|mobili[sz]\w{1,3}|joined)|caught (?:it |this )?(?:early|fast|quickly|within)|runbook (?:was|worked|helped|saved|made)|saved us|paid off|kudos|shout-?out|drill (?:paid|helped)|alert(?:ing)? worked|smooth(?:ly)?|thanks to the (?:runbook|drill|alert|canary|feature flag|flag|backup|backups|new)|within \d{1,3} (?:min|minutes|seconds) (?:of|everyone|we))\b/u,
  ],
  wrong: [
    /\b(?:took (?:us )?(?:too long|way too|forever|ages|\d{1,3} ?(?:min|minutes|hours?) (?:to|before|until))|(?:much |way |far )?too (?:late|slow(?:ly)?)\b|too long to|should have (?:caught|been|had|alerted|paged|noticed|tested|known|told)|shouldn['’]?t have|(?:no|without|lacked) (?:\w{1,12} ){0,2}(?:alert(?:s|ing)?|monitor(?:ing)?|runbook|test(?:s)?|review|owner|one (?:knew|noticed|was|told)|staging|backup|documentation|docs|access)|nothing (?:alert|page|warn|notic)\w{0,4}|nobody (?:knew|noticed|read|reads|checked|owns|renewed|was (?:paged|told|watching)|had|told|looked)|(?:alert|page|pager|monitor)\w{0,4} (?:didn['’]?t|did not|never|was (?:muted|silenced|disabled)|were (?:muted|silenced)|went to)|(?:runbook|docs?|documentation|wiki|playbook) (?:is|was|were|are) (?:out ?dated|out of date|stale|wrong|missing|old|out-of-date)|didn['’]?t have (?:access|permission\w{0,2}|a runbook|the)|had no (?:access|way|idea|runbook|permissions?)|lack(?:ed|ing)? (?:of )?(?:access|alert|monitor|permission)\w{0,4}|(?:skipped|bypassed|without) (?:the )?(?:review|tests?|staging|canary|approval)|confus(?:ed|ing|ion)|missed (?:it|the|this)|wasted|slipped through|muted|silenced|late to)\b/u,
  ],
  lucky: [
    /\b(?:luck(?:y|ily)?|fortunate(?:ly)?|by (?:pure )?(?:chance|coincidence|accident)|happened to (?:be|have|see|notice|look)|could have been (?:much |way |a lot |far )?worse|would have been (?:much |way |a lot |far )?(?:worse|bad|ugly)|off[- ]peak|dodged|narrow(?:ly)? (?:escape|missed|avoided)|thank (?:god|goodness)|if (?:this|it|that) had (?:been|happened|hit|gone)|good thing (?:it|this) (?:was|wasn['’]?t|is|isn['’]?t|happened|didn['’]?t)|low[- ]traffic (?:hour|window|period|time)|just before the)\b/u,
  ],
  hedge: [
    // `that'll be the certificate`: whoever infers has not looked.
    /\bthat['’]ll be (?:the|our|their|your)\b/u,
    // Whoever remembers another time has not looked at this one.
    /\b(?:same|just|exactly) (?:as|like) (?:last|in|back in|the other)\b|\blike (?:last|the last) (?:time|year|month|week)\b/u,
    /\b(?:maybe|perhaps|prob(?:ably)?|possibly|likely|might|may (?:be|have)|could (?:\w{1,6} )?(?:be|have been)|(?:i|we|they) (?:think|guess|suspect|believe|assume|wonder|reckon|figure)|i reckon|(?:my|our|working|current) (?:guess|hunch|bet|theory|hypothesis)|not (?:100%|entirely|totally)? ?sure|unsure|unconfirmed|suspect(?:ed|ing)?|must be|has to be|can(?:no|['’])?t be (?:that|it|us|the|our|related)|gotta be|got to be|(?:i|i['’]?d) bet|sounds like|so (?:the |it['’]?s )?\w{2,14} it is|wild guess|smells like|feels like|wondering if|unclear|don['’]?t know (?:if|whether|yet)|assum(?:e|ing)|presumably|potential(?:ly)?|can['’]?t confirm|tbc)\b/u,
  ],
  softened: [/\b(?:seems?|seemingly|looks? like|looking like|appears?|kinda|sort of|imho|imo)\b/u],
  hearsay: [
    /\b(?:rumou?rs?|heard (?:that|from|it)|i hear|word is|(?:someone|somebody|a (?:friend|colleague|guy))\b.{0,25}\b(?:said|says|told|mentioned|heard|claims?)|people (?:say|are saying)|saw (?:on|a tweet)|tweet(?:ed|s|ing)|posted (?:on|that)|on social|(?:on|per) (?:twitter|x|reddit|hn|hacker news|downdetector)|apparently|supposedly|allegedly|they say|friend (?:at|says))\b/u,
  ],
  confirmed: [
    /\b(?:confirm(?:ed|ing|s)?|verified|validated|reproduc(?:ed|ible)|repro['’]?d|definitely|for sure|bingo|that['’]?s it|nailed it|exactly|yep,? (?:that|it)|correct[.!]?$|can see (?:it|that|this) in|logs? (?:show|confirm|prove|say)s?|proven|100% (?:sure|it))\b/u,
  ],
  withdrawal: [
    /\b(?:scratch that|never ?mind|nvm|ignore (?:that|my|me|what i|the above|above)|disregard (?:that|my|what)|i (?:was|am|stand) (?:wrong|mistaken|corrected)|i['’]?m wrong|(?:my (?:mistake|bad)|oops|whoops|sorry)[,.!:]? (?:wrong|that|scratch|ignore|not|misread|never ?mind|false)|false lead|misread|mis-?spoke|mixed (?:it |that |this |them )?up|was looking at (?:the )?(?:wrong|staging|an? old|yesterday)|wrong (?:dashboard|graph|incident|channel|cluster|window|tab)|^(?:nope|no wait|wait,? no|hmm,? no|ah,? no|actually,? no)\b|take (?:that|it) back|taking that back|retract(?:ing|ed)?|not (?:it|that|what i)(?:[,.!]|$)|that(?:['’]?s| was| is) (?:wrong|incorrect|not (?:right|it|true))|(?:my|that) (?:theory|guess|hunch) (?:was|is) (?:wrong|off)|strike that|rabbit hole|wild goose)\b/u,
  ],
  correction: [
    /\b(?:correction|actually|in fact|turns? out|turned out|instead of(?! ?\d)|rather than|not \w{1,14}(?: \w{1,14}){0,3},? but|not (?:a |an |the |all |every )?\w{1,14}, (?:only|just)|it(?:['’]?s| was| is)n?['’]?t? (?:actually|really)|to be (?:exact|precise|clear)|the real (?:cause|issue|problem|number|culprit|reason)|real root cause|true (?:cause|number)|final (?:count|number|tally|figure)|exact (?:count|number|figure)|re-?count(?:ed)?|(?:without|minus|excluding|removing) (?:the )?(?:duplicates|dupes|test accounts)|de-?dup\w{0,10}|double[- ]count\w{0,3}|counted twice|revised|updated (?:count|number|figure|estimate)|after (?:checking|double[- ]checking|digging|all)|double[- ]checked|\*not\*|, not )\b/u,
    /, not (?:the |a |an |our )?\w/u,
  ],
  denial: [
    /^(?:(?:ok|okay|right|hm+|well|fine|so)[, ]+)?(?:it['’]?s |that['’]?s |so )?not (?:the|a|an|our|dns|it|related)\b|\b(?:not (?:related|the (?:cause|problem|issue|culprit|reason)|our (?:problem|issue|side)|us|involved|affected|caused by|dns|it)|unrelated|nothing to do with|ruled? out|ruling out|red herring|(?:was|is|are|were)n['’]?t (?:the|it|us|related|our|a|an|caused|down|affected|dns|due)|it(?:['’]?s| is| was) not|isn['’]?t (?:it|the)|innocent|coincidence|looks? (?:fine|clean|normal|healthy|ok)|no (?:evidence|sign|signs|indication|impact|customer impact|data (?:loss|was))|checked .{0,30} (?:fine|clean|ok|normal)|not true|(?:story|rumou?r|claim|post|tweet) (?:is|was) (?:false|wrong|fake|nonsense)|false lead|debunked|exonerated|in the clear)\b/u,
  ],
  additional: [
    /\b(?:also|another (?:cause|issue|problem|thing|factor)|second (?:cause|issue|problem|factor|bug)|on top of (?:that|it)|in addition|two (?:causes|issues|problems|things|separate|bugs|factors|unrelated)|both|combination|combined|contributing|as well|separately|compounded)\b/u,
  ],
  'false-alarm': [
    /\b(?:false (?:alarm|positive)|not an? (?:real |actual )?(?:incident|outage|breach|attack|issue)|nothing (?:is |was )?(?:actually )?(?:wrong|broken|happened|down|leaked)|was (?:just )?a (?:test|drill|pentest|pen test)|stand(?:ing)? down|test alert|authori[sz]ed (?:pentest|pen test|scan|test))\b/u,
  ],
  question: [
    /, (?:right|yes|no|or|correct|yeah)[.!]?$/u,
    /\?[!?\s]{0,5}$/u,
    /^(?:(?:is|are|was|were|do|does|did|can|could|should|would|has|have)n?['’]?t? (?:it|this|that|there|we|you|they|i|he|she|any\w{0,5}|some\w{0,5}|the|our)\b|any ?(?:one|body|idea)\b|(?:who|what|where|why|how)(?:['’]s| is| are| do| does| did| can| about)\b)[^.!]{0,160}$/u,
  ],
  plan: [
    /\bunless\b|\bcalling it in \d|\bi['’]d\b|\bwe could\b/u,
    /\b(?:will|i['’]?ll|we['’]?ll|going to|gonna|about to|planning|let me|trying|try(?:ing)? to|looking (?:at|into|now)|checking|investigating|digging|working on|on it|preparing|eta|in progress|should be|would|if (?:we|i|you))\b/u,
  ],
  sarcasm: [
    // Praise of what has just gone wrong.
    /^(?:oh|wow|ah|ha|well|lovely|great|brilliant|fantastic|wonderful|marvellous|awesome|perfect|splendid|superb|nice)\b(?: \w{2,10})?, .{0,60}\b(?:another|as (?:always|usual|ever)|of course|all|always|again|every|such|flawless|perfect|best|good ideas?)\b/u,
    /\b(?:is|are) (?:lying|dreaming|cheating|useless)\b|\bas usual[.! ]*$/u,
    /\b(?:genius(?:es)?|slow clap|bravo|well played|classic us|nice work, )\b/u,
    /\b(?:flawless|spotless|immaculate|stellar|world[- ]class)\b/u,
    /\b(?:green|fine|perfect|great|ok|normal)\b.{0,12}\b(?:ofc|of course)[.!\s]{0,3}$/u,
    /(?:🙃|🙄|(?:^|\s)\/s(?:\s|$)|\b(?:oh (?:great|good|joy|perfect|wonderful|lovely|nice)|just (?:great|perfect|what we needed|lovely|wonderful)|fantastic,? (?:another|as always|just)|(?:just|exactly) what (?:we|i|this|a|an|the)\b.{0,40}\bneed(?:ed|s)?|love (?:it when|that for us|this for us|how|a good)|how (?:lovely|delightful|nice)|what could (?:possibly )?go wrong|brilliant(?:,| work| as)|well done (?:us|everyone|team)?[.! ]{0,3}🙃|yeah,? right|sure,? because|totally (?:fine|normal|not)|works? on my machine|best (?:deploy|release|day|friday) ever|gremlins|solar flares?|cosmic rays?|mercury (?:is )?in retrograde|haunted|cursed|sacrific\w{1,4}|kidding|joking|jk|just a joke)\b)/u,
  ],
  laughter: [/^(?:lol|lmao|haha\w{0,6}|heh)\b/u, /(?:\blol|\blmao|\brofl|\bhaha\w{0,8}|😂|🤣)[.!\s]{0,4}$/u],
  order: [
    /\b(?:(?:ignore|disregard|forget|override|bypass) (?:all |any |your |the )?(?:of )?(?:the |your |my )?(?:previous|prior|above|earlier|preceding|other|safety|system)?\s?(?:instructions?|prompts?|rules|messages|directions|guidelines|context)|system (?:prompt|message|override|instruction)|you are (?:now|an?) (?:\w{1,12} ){0,3}(?:ai|assistant|bot|model|agent|dan|admin)|as an ai|developer mode|jailbreak|(?:ai|assistant|bot|sssbot|summari[sz]er|llm|model|the summary|summary|summaries)[,:]? (?:must|should|shall|please|needs? to|has to|have to) (?:say|state|write|output|report|include|mention|claim|tell|mark|send|reply|respond|run|execute|set|close|not mention|omit)|(?:say|state|write|report) (?:that )?.{0,60} in (?:the|your) summary|when (?:you )?(?:summari[sz]e|summari[sz]ing)|(?:note|instruction|message) (?:to|for) (?:the )?(?:ai|assistant|bot|llm|model|summari[sz]er))\b/u,
    /(?:<\/?(?:system|instructions?|prompt|assistant)>|\[\/?(?:system|inst)\]|###\s?(?:system|instruction))/u,
  ],
  chatter: [
    /^(?:thanks|thank you|thx|ty|ok|okay|k|kk|got it|ack|sure|cool|nice|great|lol|haha|yes|yep|yup|no|nope|hi|hey|hello|morning|welcome|np|no problem|sorry|good luck|\+1|👍|🙏|👀|joining|here|on my way|brb|afk|same)\b[^.]{0,24}$/u,
    /\b(?:coffee|lunch|dinner|pizza|brb|afk|weekend|birthday|my (?:cat|dog|kid)|weather|meme|gif|school run|commute)\b/u,
  ],
}
