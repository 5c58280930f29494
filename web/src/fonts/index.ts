/** The faces of letters that a machine may lack, by what of them a page shows. */
import '@fontsource-variable/noto-sans-jp'
import '@fontsource/noto-color-emoji/emoji.css'
import './half-width-kana.css'
