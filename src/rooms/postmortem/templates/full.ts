/** The built-in document of an incident, as a company may copy it into a file of its own. */
export const fullJa = `# {{title}}

{{notice}}

| 項目 | 内容 |
| --- | --- |
| 状態 | {{status}} |
| サービス | {{service}} |
| 事象レベル | {{level}} |
| 種類 | {{types}} |

## 概要

{{summary}}

## お客様への影響

{{impact}}

影響を受けたお客様: {{affected}}

## 時刻と長さ

{{times}}

{{durations}}

## 事象レベルの変遷

{{levels}}

## 役割と人

{{roles}}

## タイムライン

{{timeline}}

## 原因

{{cause}}

### きっかけ

{{trigger}}

## 検知

{{detection}}

## 復旧までの対応

{{resolution}}

## 振り返り

### うまくいったこと

{{well}}

### うまくいかなかったこと

{{wrong}}

### 運がよかったこと

{{lucky}}

## 再発防止策

{{next}}

## リンク

{{links}}
`

export const fullEn = `# {{title}}

{{notice}}

| Item | Content |
| --- | --- |
| Status | {{status}} |
| Service | {{service}} |
| Level | {{level}} |
| Type | {{types}} |

## Summary

{{summary}}

## Customer impact

{{impact}}

Customers affected: {{affected}}

## Times and durations

{{times}}

{{durations}}

## Level history

{{levels}}

## Roles and people

{{roles}}

## Timeline

{{timeline}}

## Cause

{{cause}}

### Trigger

{{trigger}}

## Detection

{{detection}}

## Resolution

{{resolution}}

## Looking back

### What went well

{{well}}

### What went wrong

{{wrong}}

### Where we were lucky

{{lucky}}

## Action items

{{next}}

## Links

{{links}}
`
