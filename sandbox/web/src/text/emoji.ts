/**
 * The emoji that people at work reach for, by Slack's short names (Slack follows iamcal/emoji-data). What is not here shows
 * as `:name:`, as a custom emoji without its picture would.
 */
const TABLE = `
pushpin 📌|+1 👍|thumbsup 👍|-1 👎|thumbsdown 👎|eyes 👀|white_check_mark ✅|heavy_check_mark ✔️|ballot_box_with_check ☑️|pray 🙏|raised_hands 🙌|tada 🎉|heart ❤️|fire 🔥|rocket 🚀
rotating_light 🚨|warning ⚠️|fire_engine 🚒|sos 🆘|no_entry ⛔|no_entry_sign 🚫|x ❌|o ⭕|bangbang ‼️|exclamation ❗|heavy_exclamation_mark ❗|question ❓|grey_question ❔|interrobang ⁉️|octagonal_sign 🛑|construction 🚧
red_circle 🔴|large_orange_circle 🟠|large_yellow_circle 🟡|large_green_circle 🟢|large_blue_circle 🔵|large_purple_circle 🟣|white_circle ⚪|black_circle ⚫|large_red_square 🟥|large_orange_square 🟧|large_yellow_square 🟨|large_green_square 🟩|large_blue_square 🟦|white_large_square ⬜|black_large_square ⬛|white_small_square ▫️|black_small_square ▪️|small_blue_diamond 🔹|small_orange_diamond 🔸|small_red_triangle 🔺|small_red_triangle_down 🔻|large_blue_diamond 🔷
raising_hand 🙋|raised_hand ✋|hand ✋|wave 👋|ok_hand 👌|muscle 💪|clap 👏|point_right 👉|point_left 👈|point_up ☝️|point_up_2 👆|point_down 👇|handshake 🤝|v ✌️|crossed_fingers 🤞|writing_hand ✍️|bow 🙇|man-bowing 🙇‍♂️|woman-bowing 🙇‍♀️|saluting_face 🫡|technologist 🧑‍💻|male-technologist 👨‍💻|female-technologist 👩‍💻|busts_in_silhouette 👥|bust_in_silhouette 👤|speaking_head_in_silhouette 🗣️|sleuth_or_spy 🕵️|firefighter 🧑‍🚒|cop 👮|robot_face 🤖
smile 😄|smiley 😃|grin 😁|grinning 😀|laughing 😆|joy 😂|rolling_on_the_floor_laughing 🤣|slightly_smiling_face 🙂|blush 😊|wink 😉|heart_eyes 😍|sunglasses 😎|thinking_face 🤔|face_with_monocle 🧐|neutral_face 😐|expressionless 😑|face_with_rolling_eyes 🙄|sweat_smile 😅|sweat 😓|cold_sweat 😰|scream 😱|sob 😭|cry 😢|disappointed 😞|worried 😟|confused 😕|tired_face 😫|weary 😩|sleeping 😴|zzz 💤|exploding_head 🤯|flushed 😳|innocent 😇|hugging_face 🤗|nerd_face 🤓|partying_face 🥳|melting_face 🫠|pleading_face 🥺|angry 😠|skull 💀|ghost 👻
memo 📝|pencil 📝|pencil2 ✏️|notebook 📓|clipboard 📋|page_facing_up 📄|page_with_curl 📃|newspaper 📰|bookmark 🔖|bookmark_tabs 📑|label 🏷️|link 🔗|paperclip 📎|round_pushpin 📍|scroll 📜|book 📖|books 📚|card_index_dividers 🗂️|file_folder 📁|open_file_folder 📂|file_cabinet 🗄️|package 📦|inbox_tray 📥|outbox_tray 📤|wastebasket 🗑️|scissors ✂️|mag 🔍|mag_right 🔎|microscope 🔬|telescope 🔭
bar_chart 📊|chart_with_upwards_trend 📈|chart_with_downwards_trend 📉|calendar 📆|date 📅|spiral_calendar_pad 🗓️|alarm_clock ⏰|stopwatch ⏱️|timer_clock ⏲️|hourglass ⌛|hourglass_flowing_sand ⏳|watch ⌚|clock1 🕐|clock3 🕒|clock6 🕕|clock9 🕘|clock12 🕛
loudspeaker 📢|mega 📣|bell 🔔|no_bell 🔕|speech_balloon 💬|thought_balloon 💭|left_speech_bubble 🗨️|telephone_receiver 📞|phone ☎️|iphone 📱|pager 📟|email 📧|envelope ✉️|incoming_envelope 📨|satellite_antenna 📡|computer 💻|desktop_computer 🖥️|keyboard ⌨️|floppy_disk 💾|cd 💿|electric_plug 🔌|battery 🔋|bulb 💡|flashlight 🔦|video_camera 📹|camera 📷|printer 🖨️
lock 🔒|unlock 🔓|closed_lock_with_key 🔐|key 🔑|old_key 🗝️|shield 🛡️|crossed_swords ⚔️|dagger_knife 🗡️|bomb 💣|boom 💥|collision 💥|zap ⚡|wrench 🔧|hammer 🔨|hammer_and_wrench 🛠️|hammer_and_pick ⚒️|gear ⚙️|nut_and_bolt 🔩|toolbox 🧰|test_tube 🧪|dna 🧬|bug 🐛|beetle 🪲|fire_extinguisher 🧯|ambulance 🚑|adhesive_bandage 🩹|pill 💊|syringe 💉|stethoscope 🩺|hospital 🏥|thermometer 🌡️|ladder 🪜|hook 🪝|magnet 🧲|broom 🧹|lifebuoy 🛟|ring_buoy 🛟
arrow_right ➡️|arrow_left ⬅️|arrow_up ⬆️|arrow_down ⬇️|arrow_upper_right ↗️|arrow_lower_right ↘️|arrows_counterclockwise 🔄|arrows_clockwise 🔃|leftwards_arrow_with_hook ↩️|arrow_right_hook ↪️|rewind ⏪|fast_forward ⏩|arrow_forward ▶️|double_vertical_bar ⏸️|black_square_for_stop ⏹️|left_right_arrow ↔️|repeat 🔁|twisted_rightwards_arrows 🔀|heavy_plus_sign ➕|heavy_minus_sign ➖|information_source ℹ️|new 🆕|ok 🆗|up 🆙|cool 🆒|free 🆓|100 💯|one 1️⃣|two 2️⃣|three 3️⃣|four 4️⃣|five 5️⃣|six 6️⃣|seven 7️⃣|eight 8️⃣|nine 9️⃣|keycap_ten 🔟|zero 0️⃣|hash #️⃣
star ⭐|star2 🌟|sparkles ✨|dizzy 💫|sunny ☀️|sunrise 🌅|cloud ☁️|rain_cloud 🌧️|thunder_cloud_and_rain ⛈️|umbrella ☔|snowflake ❄️|rainbow 🌈|ocean 🌊|droplet 💧|seedling 🌱|evergreen_tree 🌲|cherry_blossom 🌸|maple_leaf 🍁|mount_fuji 🗻|volcano 🌋|earth_asia 🌏|globe_with_meridians 🌐|full_moon 🌕|crescent_moon 🌙
trophy 🏆|medal 🏅|first_place_medal 🥇|dart 🎯|crown 👑|gem 💎|gift 🎁|balloon 🎈|confetti_ball 🎊|birthday 🎂|coffee ☕|tea 🍵|beer 🍺|beers 🍻|rice_ball 🍙|sushi 🍣|ramen 🍜|pizza 🍕|cookie 🍪|apple 🍎|tangerine 🍊
dog 🐶|cat 🐱|penguin 🐧|owl 🦉|turtle 🐢|snail 🐌|whale 🐳|octopus 🐙|bee 🐝|unicorn_face 🦄|see_no_evil 🙈|hear_no_evil 🙉|speak_no_evil 🙊|elephant 🐘|crab 🦀|canary 🐤|chicken 🐔
house 🏠|office 🏢|factory 🏭|bank 🏦|convenience_store 🏪|airplane ✈️|car 🚗|bike 🚲|train 🚋|ship 🚢|anchor ⚓|rotating_globe 🌍|checkered_flag 🏁|triangular_flag_on_post 🚩|white_flag 🏳️|jp 🇯🇵|us 🇺🇸|traffic_light 🚦|vertical_traffic_light 🚥|compass 🧭|world_map 🗺️|ticket 🎫|moneybag 💰|yen 💴|credit_card 💳|receipt 🧾|balance_scale ⚖️|scales ⚖️|door 🚪|bed 🛏️|performing_arts 🎭|game_die 🎲|jigsaw 🧩|art 🎨|musical_note 🎵|movie_camera 🎥|clapper 🎬|black_heart 🖤|blue_heart 💙|green_heart 💚|yellow_heart 💛|purple_heart 💜|orange_heart 🧡|white_heart 🤍|broken_heart 💔|beginner 🔰|recycle ♻️|white_flower 💮|hot_springs ♨️|infinity ♾️|end 🔚|soon 🔜|back 🔙|top 🔝|on 🔛
`

/** Short name to character. */
export const EMOJI: ReadonlyMap<string, string> = new Map(
  TABLE.trim()
    .split(/[|\n]/)
    .map((pair): [string, string] => {
      const space = pair.indexOf(' ')
      return [pair.slice(0, space), pair.slice(space + 1)]
    }),
)

/** The character of a short name, with or without a skin tone; undefined for what this table lacks. */
export function emojiChar(name: string): string | undefined {
  return EMOJI.get(name.replace(/::skin-tone-\d$/, ''))
}

/** Names that hold the query, those that begin with it first; one name per character. */
export function findEmoji(query: string, limit: number): { name: string; char: string }[] {
  const wanted = query.toLowerCase()
  const hits: { name: string; char: string; rank: number }[] = []
  const seen = new Set<string>()
  for (const [name, char] of EMOJI) {
    const at = name.indexOf(wanted)
    if (at < 0 || seen.has(char)) continue
    seen.add(char)
    hits.push({ name, char, rank: at === 0 ? 0 : 1 })
  }
  return hits.toSorted((a, b) => a.rank - b.rank).slice(0, limit)
}
