package dates

import (
	"strings"

	"mahdar/arabic"
)

// direction tells from the words around token i whether the clause that it
// stands in speaks of what is behind (-1) or ahead (1); 0 where they do not
// tell. The nearest cue before i decides, and where none stands in the clause,
// the first one after it. punctual is kept apart: see ago.
func direction(t *arabic.Text, i int) int {
	if i > 0 && t.Tokens[i].Gap < arabic.Line {
		switch t.Tokens[i-1].Word {
		case "حتي", "بحلول", "لغايه":
			return 1
		case "منذ":
			return -1
		}
	}
	for k, n := i-1, 0; k >= 0 && n < 22; k, n = k-1, n+1 {
		tok := t.Tokens[k]
		if tok.Kind == arabic.Word {
			if d := cue(t, k); d != 0 {
				return d
			}
			if agreed(t, k) {
				return 1
			}
		} else if stop(tok.Word) {
			break
		}
		if tok.Gap >= arabic.Line {
			break
		}
	}
	for k, n := i+1, 0; k < len(t.Tokens) && n < 12; k, n = k+1, n+1 {
		tok := t.Tokens[k]
		if tok.Gap >= arabic.Line || stop(tok.Word) {
			break
		}
		if tok.Kind == arabic.Word {
			if d := cue(t, k); d != 0 {
				return d
			}
			switch tok.Word { // what is told after إن is another time
			case "ان", "انه", "انها", "انهم", "بان", "لان":
				return 0
			}
		}
	}
	return 0
}

// stop reports whether a mark ends what belongs to one clause.
func stop(mark string) bool {
	switch mark {
	case ".", "؛", "!", "؟", "?", ";", ":":
		return true
	}
	return false
}

// cue is what one word tells: 1 for a future or scheduled verb, -1 for a past.
func cue(t *arabic.Text, k int) int {
	w := t.Tokens[k].Word
	if len(w) < 4 || w == "فيصل" { // a name, and not «so he arrives»
		return 0
	}
	if d, _, ok := arabic.Lookup(cues, w); ok {
		return d
	}
	w = strings.TrimPrefix(strings.TrimPrefix(w, "و"), "ف")
	switch {
	case future(w):
		if was(t, k) {
			return -1
		}
		return 1
	case scheduled(w):
		if was(t, k) || k > 0 && (t.Tokens[k-1].Word == "لم") {
			return -1
		}
		return 1
	case feminine(w), pastPlural(w):
		return -1
	}
	return 0
}

// agreed reports whether token k is what was agreed on or asked for and is yet to be:
// «وافقت على عقد جولة الأربعاء».
func agreed(t *arabic.Text, k int) bool {
	if k < 2 || !arranged[t.Tokens[k].Word] {
		return false
	}
	if w := t.Tokens[k-1].Word; w != "علي" && w != "الي" {
		return false
	}
	for j := k - 2; j >= max(0, k-7); j-- {
		if w := t.Tokens[j].Word; t.Tokens[j].Kind != arabic.Word {
			return false
		} else if agreeing[w] || agreeing[strings.TrimPrefix(w, "و")] {
			return true
		}
	}
	return false
}

// arranged are nouns of what is agreed on, and agreeing the words that tell so.
var (
	arranged = folded("عقد إجراء استئناف بدء توقيع إرسال استضافة لقاء")
	agreeing = folded("اتفق اتفقت اتفقا اتفقتا اتفقوا وافق وافقت وافقا وافقوا توافق توافقت توافقا توافقوا دعا دعت دعوا الاتفاق اتفاق الموافقة موافقة دعوة الدعوة")
)

// was reports whether كان before the verb at token k puts it into the past:
// «كانت تجري», «كان سيعقد».
func was(t *arabic.Text, k int) bool {
	for j := k - 1; j >= max(0, k-5); j-- {
		if t.Tokens[j].Kind != arabic.Word {
			return false
		}
		switch strings.TrimPrefix(t.Tokens[j].Word, "و") {
		case "كان", "كانت", "كانوا":
			return true
		case "ان":
			if !expected[t.Tokens[max(j-1, 0)].Word] { // not «كان من المقرر أن»
				return false
			}
		case "التي", "الذي", "الذين":
			return false
		}
	}
	return false
}

// expected go between كان and أن of what was planned and may not have come.
var expected = folded("المقرر المفترض المتوقع المنتظر المرتقب المزمع يفترض مقررا مفترضا متوقعا")

// cues are words that tell the time of their clause by themselves.
var cues = makeCues()

func makeCues() map[string]int {
	m := map[string]int{}
	for w := range folded(`سوف المقرر المقررة مقرر مقررة المزمع المزمعة المرتقب المرتقبة مرتقب مرتقبة المنتظر المنتظرة المتوقع المتوقعة يفترض لن ستكون سيكون بحلول
		يعتزم تعتزم ينوي تنوي يستعد تستعد يستعدون المقبلة القادمة عشية تمهيدا استعدادا يتوقع يرتقب ينتظر`) {
		m[w] = 1
	}
	for w := range folded(`قال أعلن أكد ذكر أفاد أوضح كشف وصل بدأ بدأت هدأت لجأت شارك أقام زار التقى اجتمع دعا رفض شن أصيب سقط وقع انتهى اندلع استهدف هاجم أطلق اتهم حذر نفى طالب
		شهد غادر جرى كان قد تم لقي استقبل أقر أدان اعتبر رأى شدد أشار لفت أضاف صرح حث ناشد هدد توعد أعرب تعرض نفذ صدر أصدر فشل تبنى توصل
		اتفق علق انسحب عاد تسلم تلقى ناقش استأنف اختتم افتتح ترأس أجرى توفي اغتيل اعتقل أفرج خرج دخل حضر قاطع تعهد وافق رحب حصل ألقى جدد قدم أبلغ
		انطلق اختطف لم أمس سابق السابق الماضي الماضية مقتل إصابة اغتيال إعلان اختطاف عقب إثر قرر سمح أجرى تحدث تعليقا ردا قتلوا أعلنوا قالوا
		ألغى سيطر استعاد حرر تمكن`) {
		m[w] = -1
	}
	return m
}

// future reports whether w is a present verb with the future particle.
func future(w string) bool {
	if len(w) < 8 || !strings.HasPrefix(w, "س") {
		return false
	}
	switch w[2:4] {
	case "ي", "ت", "ن":
	default:
		return false
	}
	for _, noun := range [...]string{"سياس", "سيار", "سياد", "سياق", "سيطر", "سيده", "سيدي", "سيرغ", "سيرج", "سيف", "سيل", "سينا", "سيما", "ستين", "ستون", "ستيف", "ستاف", "سته", "ستار", "ستور", "ستوك", "سنوا", "سنوي", "سنه", "سنجا", "سنغا", "سني", "سيوف", "سيول", "سيسي", "سنتين", "سياح"} {
		if strings.HasPrefix(w, noun) {
			switch noun { // «سيفرج», «سيلتقي» are verbs
			case "سيف", "سيل", "سيده":
				if len(w) > 10 {
					continue
				}
			}
			return false
		}
	}
	return true
}

// scheduledStems are present verbs, without the letter of their person, that
// news use for what has been arranged.
var scheduledStems = folded("بدأ جري عقد نعقد لتقي صل زور توجه غادر نطلق ستأنف جتمع نشر صدر قام ختتم ستضيف ستقبل بحث شارك حضر ناقش رأس ترأس فتتح سافر دخل سري نتخب صوت دلي حتفل جتمعون لتقون بدؤون ستمع عرض ناقشون بحثون ستأنفون")

// scheduled reports whether w is such a verb: يجري, تبدأ, يلتقي.
func scheduled(w string) bool {
	if len(w) < 6 || len(w) > 20 {
		return false
	}
	switch w[:2] {
	case "ي", "ت", "ن":
		return scheduledStems[w[2:]]
	}
	return false
}

// feminineNouns end in ت without being verbs.
var feminineNouns = folded("وقت بيت بنت صوت ثابت كويت توقيت بيروت تحت موت كبريت زيت انترنت إنترنت تصويت تثبيت تشتيت ياقوت سكوت صمت سبت تفويت ملكوت حوت توت قوت شتات فرات بايدن كابوت")

// feminine reports whether w has the shape of a past verb of the third person
// feminine: أعلنت, تبنت, قالت.
func feminine(w string) bool {
	return len(w) >= 8 && len(w) <= 18 && strings.HasSuffix(w, "ت") && !strings.HasSuffix(w, "ات") && !strings.HasPrefix(w, "ال") && !feminineNouns[w]
}

// pastPlural reports whether w has the shape of a past verb of the third
// person plural: أعلنوا, استولوا; ليواصلوا and أن يبدأوا are none.
func pastPlural(w string) bool {
	if len(w) < 8 || !strings.HasSuffix(w, "وا") {
		return false
	}
	switch w[:2] {
	case "ي", "ت", "ل", "ن", "س":
		return false
	}
	return true
}

// punctualVerbs happen at one time, so that «منذ عامين» after them is a date and
// not how long something has lasted.
var punctualVerbs = folded("توفي رحل قتل قتلت اغتيل اغتيلت اختطف خطف اختفى اختفت سقط سقطت وقع وقعت اندلع اندلعت تأسس تأسست انتخب انتخبت اعتقل اعتقلت انفجر انفجرت انسحب انسحبت غادر غادرت أعلن أعلنت صدر صدرت أبرم أبرمت جرى جرت أطيح انهار انهارت")

// punctual reports whether a verb of one time stands just before منذ at token i.
func (s scanner) punctual(i int) bool {
	for k := i - 1; k >= max(0, i-3); k-- {
		if s.t.Tokens[k].Kind != arabic.Word || s.t.Tokens[k+1].Gap >= arabic.Line {
			return false
		}
		if _, _, ok := arabic.Lookup(punctualVerbs, s.t.Tokens[k].Word); ok {
			return true
		}
	}
	return false
}
