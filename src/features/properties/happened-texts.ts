import { defineTexts } from '../../kit/i18n/index.ts'

/** As the timeline tells it. */
export const texts = defineTexts('record', {
  ja: {
    'incident.level_set': '🎚️ {{who}} がレベルを「{{level}}」に',
    'incident.type_set': '🏷️ {{who}} が種類を「{{types}}」に',
    'incident.type_set.none': '🏷️ {{who}} が種類を未定に',
    'incident.kind_set': '🏷️ {{who}} が「{{from}}」から「{{to}}」に変更',
    'incident.summary_edited': '✏️ {{who}} が概要・影響を更新',
    'incident.times_edited': '🕰️ {{who}} が時刻を訂正（{{fields}}）',
    'time.occurred_at': '発生',
    'time.detected_at': '検知',
    'time.declared_at': '宣言',
    'time.handler_taken_at': 'ハンドラー',
    'time.recovered_at': '復旧',
    'time.completed_at': '完了',
  },
  en: {
    'incident.level_set': '🎚️ {{who}} set the level to {{level}}',
    'incident.type_set': '🏷️ {{who}} set the type to {{types}}',
    'incident.type_set.none': '🏷️ {{who}} cleared the type',
    'incident.kind_set': '🏷️ {{who}} changed it from {{from}} to {{to}}',
    'incident.summary_edited': '✏️ {{who}} edited summary and impact',
    'incident.times_edited': '🕰️ {{who}} corrected times ({{fields}})',
    'time.occurred_at': 'started',
    'time.detected_at': 'detected',
    'time.declared_at': 'declared',
    'time.handler_taken_at': 'handler',
    'time.recovered_at': 'recovered',
    'time.completed_at': 'completed',
  },
})

/** As the record of changes alone tells it. */
export const changeTexts = defineTexts('history', {
  ja: {
    'incident.tags_set': '{{who}} がタグを変更',
    'what.level': '事象レベル',
    'what.summary': '概要',
    'what.impact': 'お客様への影響',
    'what.tags': 'タグ',
    'what.kind': '本番・訓練',
  },
  en: {
    'incident.tags_set': '{{who}} changed the tags',
    'what.level': 'Level',
    'what.summary': 'Summary',
    'what.impact': 'Customer impact',
    'what.tags': 'Tags',
    'what.kind': 'Real or drill',
  },
})
