/** How many channels hear of the incident. */
export const broadcasts = 20

export const broadcastChannels = Array.from(
  { length: broadcasts },
  (_, n) => `bench-broadcast-${String(n + 1).padStart(2, '0')}`,
)

/** A company that tells every incident to 20 channels and calls the team of service A. */
export const settings = `
language: ja
services:
  a:
    name: { ja: サービスA, en: Service A }
    first_response: ["@service-a"]
notify:
  - because: Every incident
    broadcast: [${broadcastChannels.map((name) => `"#${name}"`).join(', ')}]
`
