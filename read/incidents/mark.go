package incidents

import (
	"strings"

	"mahdar/read/page"
)

// mark is what a phrase stands under: its preposition by number.
type mark uint8

// The marks that rules speak of. Other prepositions follow, in the order of otherMarks.
const (
	markBare       mark = iota // no preposition: a bare noun phrase
	markBi                     // ب
	markLi                     // ل
	markFi                     // في
	markMin                    // من
	markIla                    // الي
	markBitijah                // باتجاه
	markAla                    // علي
	markDidd                   // ضد
	markAn                     // عن
	markMaa                    // مع
	markBayn                   // بين
	markNahw                   // نحو
	markDakhil                 // داخل
	markKharij                 // خارج
	markQurb                   // قرب
	markBilqurb                // بالقرب
	markWast                   // وسط
	markShamal                 // شمال
	markJanub                  // جنوب
	markSharq                  // شرق
	markGharb                  // غرب
	markAmam                   // امام
	markQubala                 // قباله
	markBiwasita               // بواسطه
	markBistikhdam             // باستخدام
	markBihaqq                 // بحق
	markOther                  // the first of others
	markObject     mark = 254  // the object, in frames
	markNever      mark = 255  // nothing that stands before a phrase
)

// ruledMarks are the prepositions of markFi … markBihaqq.
const ruledMarks = `في من الي باتجاه علي ضد عن مع بين نحو داخل خارج قرب بالقرب وسط شمال جنوب شرق غرب امام قباله بواسطه باستخدام بحق`

// otherMarks are prepositions that no rule asks for.
const otherMarks = `حول بشان لدي خلال منذ بعد قبل عقب اثر جراء تحت عبر فوق عند بسبب نتيجه برعايه بوساطه بمشاركه بحضور بقياده بدعم باسناد احتجاجا ضمن حيال ازاء بعيد قبيل
	اثناء بمناسبه حسب وفق بحسب وفقا بهدف بغيه دون بدون رغم بموجب مقابل خلف الا بصدد بخصوص`

// prepositions are the numbers of prepositions.
var prepositions = func() *page.Vocabulary {
	var lists []page.List
	for n, w := range strings.Fields(ruledMarks + " " + otherMarks) {
		lists = append(lists, page.List{Bits: uint64(markFi) + uint64(n), Words: []string{w}})
	}
	lists = append(lists, page.List{Bits: uint64(markBitijah), Words: strings.Fields("تجاه صوب")}) // which say the same as باتجاه
	return page.NewVocabulary(wordNote, lists...)
}()

// preposition is the preposition at token i as frames write it, with or without و
// before it, and whether it stands alone.
func preposition(w string) (mark, bool) {
	if strings.HasPrefix(w, "و") && len(w) > 4 && w != "وسط" && w != "وراء" {
		w = w[2:]
	} else if w == "ففي" {
		w = "في"
	}
	switch w { // the most common
	case "في":
		return markFi, true
	case "من":
		return markMin, true
	case "الي":
		return markIla, true
	case "علي":
		return markAla, true
	case "عن":
		return markAn, true
	case "مع":
		return markMaa, true
	case "بين":
		return markBayn, true
	}
	m := mark(prepositions.Of(w))
	return m, m != markBare
}

// markOf is the mark that a frame writes as w.
func markOf(w string) mark {
	switch w {
	case "":
		return markBare
	case "ب":
		return markBi
	case "ل":
		return markLi
	case "obj":
		return markObject
	}
	if m, ok := preposition(w); ok && !strings.HasPrefix(w, "و") || w == "وسط" {
		return m
	}
	return markNever
}

// letter is the mark that the preposition of a reading is.
func letter(b byte) mark {
	switch b {
	case 'b':
		return markBi
	case 'l':
		return markLi
	}
	return markBare
}

// markBit is the bit of tokens under a preposition that frames often begin with; that
// of all prepositions for others.
func markBit(m mark) uint64 {
	switch m {
	case markMaa:
		return wordMa
	case markBayn:
		return wordBayn
	case markAla, markDidd:
		return wordAla
	case markIla, markBitijah:
		return wordIla
	case markMin:
		return wordMin
	case markAn:
		return wordAn
	case markBi:
		return withBa | wordQuantifier // بعدة
	case markLi:
		return withLam
	}
	return wordPrep
}

// markSet is a set of marks; others may be in it in place of one that is not.
type markSet uint64

func marks(ms ...mark) markSet {
	var set markSet
	for _, m := range ms {
		set |= 1 << (m & 63)
	}
	return set
}

func (s markSet) has(m mark) bool { return s>>(m&63)&1 == 1 }

// marksOf are the marks of phrases.
func marksOf(comps []complement) markSet {
	var set markSet
	for n := range comps {
		set |= 1 << (comps[n].mark & 63)
	}
	return set
}
