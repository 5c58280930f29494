/** The built-in mini review of a slight incident: what five questions and the record tell. */
export const miniJa = `# {{title}}

{{notice}}

事象レベル: {{level}}（{{service}}）

## 何が起きたか

{{summary}}

## 影響

{{impact}}

## 原因

{{cause}}

## どう直したか

{{resolution}}

## 次にやること

{{next}}

## 時刻と長さ

{{times}}

{{durations}}

## タイムライン

{{timeline}}

## リンク

{{links}}
`

export const miniEn = `# {{title}}

{{notice}}

Level: {{level}} ({{service}})

## What happened

{{summary}}

## Impact

{{impact}}

## Cause

{{cause}}

## How it was fixed

{{resolution}}

## What to do next

{{next}}

## Times and durations

{{times}}

{{durations}}

## Timeline

{{timeline}}

## Links

{{links}}
`
