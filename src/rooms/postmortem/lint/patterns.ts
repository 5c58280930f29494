/** A person as the cause ends the search for one: what let the slip through is not asked any more. */
export const humanError: readonly RegExp[] = [
  /ヒューマン\s*エラー|人的(?:な)?(?:ミス|エラー|要因)|人為(?:的)?(?:な)?ミス|(?:操作|作業|ケアレス|凡|単純)ミス/u,
  /(?:確認|注意|認識|理解|スキル|知識|経験)(?:の)?不足|(?:確認|考慮|見)(?:の)?(?:漏れ|もれ|落とし)|不注意|うっかり|見逃し|気の(?:緩|ゆる)み/u,
  /\b(?:human|operator|user|manual)[\s-]+errors?\b|\bcareless(?:ness|ly)?\b|\binattenti(?:on|ve)\b|\bnegligen(?:ce|t)\b/iu,
  /\b(?:forgot|failed|neglected)\s+to\b|\black\s+of\s+(?:attention|care|knowledge|skill|experience)\b|\boversight\b/iu,
]

/** Whoever knows how it ended sees what nobody could see then. */
export const hindsight: readonly RegExp[] = [
  /(?:べき(?:だった|でした|であった|だったのに))|(?:して|やって)?おけば(?:よ|良)かった|(?:して|やって)?いれば(?:防げ|避けられ|起きな)/u,
  /\b(?:should|ought\s+to)(?:\s*n['’]?t|\s+not)?\s+have\b|\bshouldn['’]?t\s+have\b|\bif\s+only\b|\bcould\s+(?:easily\s+)?have\s+(?:been\s+)?(?:avoided|prevented)\b/iu,
]

/** Who is blamed keeps silent the next time. */
export const blame: readonly RegExp[] = [
  /のせい(?:で|だ|です|に)|(?:の|に)責任(?:が|は|だ|で)|怠(?:った|って|り|慢)|怠惰|サボ(?:った|って|り)|無能|無責任|犯人|戦犯|やらかし|ずさん|杜撰|いい加減/u,
  /\bblam(?:e[ds]?|ing)\b|\b(?:is|was|were|are)\s+at\s+fault\b|['’]s\s+fault\b|\bguilty\b|\bincompeten(?:t|ce)\b|\blaz(?:y|iness)\b|\bstupid\b|\bsloppy\b|\bculprit\b|\bscrewed\s+up\b/iu,
]

/** Care wears off within weeks: what stays is what was built. */
export const vague: readonly RegExp[] = [
  /気を(?:つけ|付け)|注意(?:する|します|して|を払|喚起)|意識(?:する|します|して)|(?:周知)?徹底|心(?:が|掛)け/u,
  /\b(?:be|being)\s+(?:more\s+)?careful\b|\bpay\s+(?:more\s+|closer\s+)?attention\b|\btake\s+(?:more\s+)?care\b|\bremember\s+to\b|\btry\s+(?:harder|to\s+avoid)\b/iu,
]
