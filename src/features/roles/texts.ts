import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('crew', {
  ja: {
    'first-call.past': ':wave: 宣言のときに、初動対応の人たちを呼びました。',
    'first-call.person':
      ':wave: {{people}} さん、初動をお願いします。カードの「{{verb}}」から引き受けてください。あとで交代できます。',
    'first-call.people':
      ':wave: {{people}} 初動をお願いします。カードの「{{verb}}」から、どなたか引き受けてください。あとで交代できます。',
    'nudge.title': ':raising_hand: {{mark}}*ハンドラーがまだいません* （{{elapsed}}経過）{{mention}}',
    'nudge.words': '慣れていなくても大丈夫です。まず引き受けて、あとで交代できます。',
    'nudge.last':
      '慣れていなくても大丈夫です。まず引き受けて、あとで交代できます。誰もいなければ、次のエスカレーション先を呼びます。',
    'nudge.name': '{{people}} さん、お願いできますか。',
    'nudge.names': '{{people}} のどなたか、お願いします。',
    'nudge.short': ':raising_hand: {{mark}}ハンドラーの募集（{{elapsed}}時点）',
    'vacated.gave-up': ':raising_hand: {{mark}}{{who}} がハンドラーを降りました。 *いまハンドラーが不在です* ',
    'vacated.excluded':
      ':raising_hand: {{mark}}ハンドラーだった {{who}} を、知っている人から外しました。 *いまハンドラーが不在です* ',
    'vacated.left-channel':
      ':raising_hand: {{mark}}ハンドラーの {{who}} がチャンネルを離れました。 *いまハンドラーが不在です* ',
    'vacated.deactivated':
      ':raising_hand: {{mark}}ハンドラーの {{who}} のアカウントが停止されました。 *いまハンドラーが不在です* ',
    'vacated.words': 'どなたか引き受けてください。あとで交代できます。',
    'tier.called':
      ':telephone_receiver: {{mark}}*ハンドラーが決まらないため、次のエスカレーション先を呼びました* ｜ {{names}}（{{count}}人）',
    'tier.nobody':
      ':warning: {{mark}}*ハンドラーが決まりませんが、次のエスカレーション先が見つかりません* ｜ {{names}}',
    'tier.drill': ':telephone_receiver: {{mark}}*ハンドラーが決まりません* ｜ 本番なら、ここで {{names}} を呼びます',
    'tier.person': '{{people}} さん、ハンドラーをお願いできますか。状況はピン留めのカードにあります。',
    'tier.people': '{{people}} のどなたか、ハンドラーをお願いできますか。状況はピン留めのカードにあります。',
    'offer.title': ':handshake: {{mark}}{{to}} へ、 *ハンドラーの引き継ぎ* の依頼です（いまは {{from}}）',
    'offer.by': '依頼: {{who}}。{{to}} が引き受けるまで、ハンドラーは {{from}} のままです。',
    'offer.short': ':handshake: {{mark}}ハンドラーの引き継ぎの依頼（{{from}} → {{to}}）: {{outcome}}',
    'offer.waits':
      ':hourglass_flowing_sand: {{mark}}{{to}} さん、 *ハンドラーの引き継ぎ* の返事をお願いします。それまでは {{from}} がハンドラーです。',
    'offer.accepted': '引き継ぎました',
    'offer.declined': '断られました',
    'offer.withdrawn': '取り消されました',
    'offer.replaced': '役割に別の動きがあったため、取り消しになりました',
    'offer.over': '対応が一区切りしたため終わりました',
    'offer.role.title': ':raised_hands: {{mark}}{{to}} さん、 *{{role}}* をお願いします',
    'offer.role.by': '依頼: {{who}}。引き受けるまで、何も変わりません。',
    'offer.role.short': ':raised_hands: {{mark}}{{role}}の依頼（{{to}}）: {{outcome}}',
    'offer.role.waits': ':hourglass_flowing_sand: {{mark}}{{to}} さん、 *{{role}}* の依頼に返事をお願いします。',
    'offer.role.accepted': '引き受けました',
    'dropped.role.declined': ':raised_hands: {{mark}}{{to}} は、いまは *{{role}}* を引き受けられません。',
    'dropped.role.withdrawn': ':raised_hands: {{mark}}{{to}} への *{{role}}* の依頼は取り消されました。',
    'dropped.reason': '理由: {{reason}}',
    'ask.role.title':
      ':raised_hands: {{mark}}{{channel}} の *{{role}}* を引き受けてほしいとの依頼です（依頼: {{who}}）。',
    'answer.accepted': ':white_check_mark: {{mark}}{{to}} が {{channel}} の *{{role}}* を引き受けました。',
    'answer.declined':
      ':no_entry_sign: {{mark}}{{to}} は {{channel}} の *{{role}}* を引き受けられません。ほかの人に頼んでください。',
    'dropped.declined':
      ':handshake: {{mark}}{{to}} は、いまはハンドラーを引き受けられません。ハンドラーは {{from}} のままです。',
    'dropped.withdrawn':
      ':handshake: {{mark}}{{to}} への引き継ぎの依頼は取り消されました。ハンドラーは {{from}} のままです。',
    'ask.decline': '断る',
    'ask.title': ':handshake: {{mark}}{{channel}} の *ハンドラー* を {{from}} から引き継いでほしいとの依頼です。',
    'ask.words': '引き受けるまで、何も変わりません。いま無理なら、断って構いません。',
    'guide.title': ':raising_hand: {{channel}} の *{{role}}* を引き受けていただきありがとうございます。',
    'guide.briefing': '*申し送り*',
    'guide.release': '降りる',
    'guide.hand-over': '引き継ぐ',
  },
  en: {
    'first-call.past': ':wave: The first responders were called when it was declared.',
    'first-call.person': ':wave: {{people}}, please respond: press “{{verb}}” on the card. You can hand over later.',
    'first-call.people':
      ':wave: {{people}}, please respond. One of you, press “{{verb}}” on the card; you can hand over later.',
    'nudge.title': ':raising_hand: {{mark}}*No handler yet* ({{elapsed}} so far){{mention}}',
    'nudge.words': 'No experience needed. Take it now; you can hand over later.',
    'nudge.last':
      'No experience needed. Take it now; you can hand over later. If no one does, the next escalation tier is called.',
    'nudge.name': '{{people}}, can you take it?',
    'nudge.names': '{{people}}, can one of you take it?',
    'nudge.short': ':raising_hand: {{mark}}Asked for a handler (after {{elapsed}})',
    'vacated.gave-up': ':raising_hand: {{mark}}{{who}} stepped down as handler. *There is no handler now*',
    'vacated.excluded':
      ':raising_hand: {{mark}}{{who}}, the handler, was removed from “Who knows”. *There is no handler now*',
    'vacated.left-channel': ':raising_hand: {{mark}}{{who}}, the handler, left the channel. *There is no handler now*',
    'vacated.deactivated':
      ':raising_hand: {{mark}}The account of {{who}}, the handler, was deactivated. *There is no handler now*',
    'vacated.words': 'Please take it if you can. You can hand over later.',
    'tier.called':
      ':telephone_receiver: {{mark}}*No handler yet, so the next escalation tier was called* | {{names}} (called: {{count}})',
    'tier.nobody': ':warning: {{mark}}*No handler yet, and the next escalation tier cannot be found* | {{names}}',
    'tier.drill': ':telephone_receiver: {{mark}}*No handler yet* | in a real incident {{names}} would be called now',
    'tier.person': '{{people}}, can you be the handler? The pinned card has the status.',
    'tier.people': '{{people}}, can one of you be the handler? The pinned card has the status.',
    'offer.title': ':handshake: {{mark}}{{to}} is asked to *take over as handler* from {{from}}',
    'offer.by': 'Asked by {{who}}. {{from}} stays the handler until {{to}} accepts.',
    'offer.short': ':handshake: {{mark}}Handover request ({{from}} → {{to}}): {{outcome}}',
    'offer.waits':
      ':hourglass_flowing_sand: {{mark}}{{to}}, please answer the *handover request*. Until then {{from}} is the handler.',
    'offer.accepted': 'accepted',
    'offer.declined': 'declined',
    'offer.withdrawn': 'withdrawn',
    'offer.replaced': 'superseded',
    'offer.over': 'closed, the response has moved on',
    'offer.role.title': ':raised_hands: {{mark}}{{to}}, can you take the role of *{{role}}*?',
    'offer.role.by': 'Asked by {{who}}. Nothing changes until they accept.',
    'offer.role.short': ':raised_hands: {{mark}}Request to be {{role}} ({{to}}): {{outcome}}',
    'offer.role.waits': ':hourglass_flowing_sand: {{mark}}{{to}}, please answer the request to be *{{role}}*.',
    'offer.role.accepted': 'accepted',
    'dropped.role.declined': ':raised_hands: {{mark}}{{to}} cannot take the role of *{{role}}* now.',
    'dropped.role.withdrawn': ':raised_hands: {{mark}}The request to {{to}} to be *{{role}}* was withdrawn.',
    'dropped.reason': 'Reason: {{reason}}',
    'ask.role.title': ':raised_hands: {{mark}}{{who}} asks you to take the role of *{{role}}* in {{channel}}.',
    'answer.accepted': ':white_check_mark: {{mark}}{{to}} took the role of *{{role}}* in {{channel}}.',
    'answer.declined':
      ':no_entry_sign: {{mark}}{{to}} cannot take the role of *{{role}}* in {{channel}}. Please ask someone else.',
    'dropped.declined': ':handshake: {{mark}}{{to}} cannot be the handler now. {{from}} stays the handler.',
    'dropped.withdrawn':
      ':handshake: {{mark}}The handover request to {{to}} was withdrawn. {{from}} stays the handler.',
    'ask.decline': 'Decline',
    'ask.title': ':handshake: {{mark}}You are asked to take over as *handler* of {{channel}} from {{from}}.',
    'ask.words': 'Nothing changes until you accept. If now is a bad time, declining is fine.',
    'guide.title': ':raising_hand: Thank you for taking the role of *{{role}}* in {{channel}}.',
    'guide.briefing': '*Briefing*',
    'guide.release': 'Step down',
    'guide.hand-over': 'Hand over',
  },
})

export const waitTexts = defineTexts('home', {
  ja: {
    'waiting.role': ':raising_hand: {{where}} {{role}}を頼まれています（{{title}}）',
  },
  en: {
    'waiting.role': ':raising_hand: {{where}} You are asked to be {{role}} ({{title}})',
  },
})
