package incidents

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/page"
)

// What a word tells by itself is laid over the tokens of a page once: which lists
// of words it is in (folded, as it stands, or as bare has it) and what its readings
// make of it. A test of it then costs one load.
const (
	wordBreaks     uint64 = 1 << iota // begins another clause
	wordPrep                          // a preposition as frames write it, with و or without
	wordLeads                         // opens a clause before its verb
	wordQuantifier                    // may stand before the noun that a phrase is about: عدة غارات
	bareQuantifier                    // the same without its particles
	bareArea                          // a noun that stands before the name of a place: مدينة، جنوب
	bareMute                          // what is said or written and acts nowhere: بيان
	bareActs                          // somebody who can act, by its word: نظير، مسؤول
	bareTalks                         // of those who talk: وفد، مفاوضون
	bareAgainst                       // says against or for whom or what one protests
	bareStalls                        // says of talks that they have stopped: توقف، المتوقفة
	wordPress                         // makes a conference one for the press
	wordTells                         // a word or phrase of deeds.tsv may begin with it
	wordNumber                        // begins a number
	wordVerb                          // begins a new predicate, where no name covers it: a finite verb with or without و
	wordJoined                        // with و a noun or name, where no name or date covers it
	wordUnreal                        // governs a deed that is not told as done
	wordDeedNoun                      // an event noun
	wordMasdar                        // a verbal noun
	wordOccurs                        // may be a verb that says that an event takes place
	wordRealised                      // a noun or participle that says so
	wordPerson                        // a noun for people who are counted
	wordNisba                         // the adjective of a state
	withBa                            // carries ب, where no name covers it
	withLam                           // carries ل
	wordMa                            // مع, a preposition of frames that stands by itself
	wordBayn                          // بين
	wordAla                           // علي or ضد, which is bound as it is
	wordIla                           // الي or باتجاه
	wordMin                           // من
	wordAn                            // عن
	wordAmong                         // begins an aside on who is among those told: بينهم
	wordApart                         // who is among those told, or how they are: no part of a phrase
	wordWas                           // كان or قد before a verb
	bareAgent                         // tells with a preposition who did it: على يد، من قبل، برصاص
	sceneBit                          // the first of the classes of scene.tsv
)

// sceneClasses are the classes of scene.tsv in the order of their bits.
var sceneClasses = [...]lexicon.SceneClass{lexicon.SceneUnreal, lexicon.SceneComing, lexicon.SceneWeapon, lexicon.SceneForce, lexicon.SceneCrowd, lexicon.SceneFigure}

// The bits of those classes, and others.
const (
	sceneUnreal = sceneBit << iota
	sceneComing
	sceneWeapon
	sceneForce
	sceneCrowd
	sceneFigure
	wordAdverb // page.Adverb
	wordMark   // page.MarkToken
	// What stands over a token and not in its word: see cover.
	wordNamed
	wordDated
)

// wordNote is the note on words where their bits are kept.
const wordNote = 3

// vocabulary are the lists of words as they stand.
var vocabulary = page.NewVocabulary(wordNote,
	page.List{Bits: wordBreaks, Words: strings.Fields(`
		ان بان انه انها انهم بانه بانها بانهم وان حيث عندما حين حينما فيما وفيما بينما وبينما لكن ولكن لكنه لكنها اذ كي لكي حتي
		مما كما وكما ثم لان لانه لانها الا بل اذا لو ما وما ام هل قائلا قائله وهو وهي وهم الامر علما فان فانه لذلك لذا وذلك بعدما قبلما كلما ريثما
		الذي التي الذين اللذان اللذين اللتان اللتين اللواتي اللاتي والذي والتي والذين`)},
	page.List{Bits: wordAmong, Words: strings.Fields(`
		بينهم بينها منهم بينهن احدهم احدهما احداهما احداهن`)},
	page.List{Bits: wordApart, Words: strings.Fields(`
		بينهم بينها بينهن منهم منها بيد الواقع الواقعه الواقعين الواقعتين فيهم فيها لديهم لديها معظمهم غالبيتهم احدهم احدهما احداهما احداهن جميعهم جميعا معا بشكل بصوره نفسه نفسها انفسهم نفسيهما انفسهما`)},
	page.List{Bits: wordWas, Words: strings.Fields(`
		كان كانت قد`)},
	page.List{Bits: wordLeads, Words: strings.Fields(`
		اما واما قد وقد كما ان هذا ايضا كذلك بدوره بدورها وكان كان كانت وكانت و امس اليوم ميدانيا عسكريا امنيا سياسيا انسانيا محليا دوليا`)},
)

// stems are the lists of stems (stem), quantifiers of words without their article.
var stems = page.NewVocabulary(wordNote,
	page.List{Bits: bareArea, Words: strings.Fields(`
		جنوب شمال شرق غرب وسط جنوبي شمالي شرقي غربي محيط ضواحي حدود اطراف مشارف تخوم مناطق منطق العاصم عاصم عاصمتي داخل خارج ساح ميدان شارع سوق مبني مقر فندق مسجد`)},
	page.List{Bits: bareMute, Words: strings.Fields(`
		حديث بيان تصريح تقرير تقارير خبر انباء معلوم كلام دوي سياس سياسات موقف خطاب فكر افكار`)},
	page.List{Bits: bareActs, Words: strings.Fields(`
		نظير ممثل ممثلي ممثلين مسؤول مسوول مسؤولين مسوولين مسؤولي مسوولي زعماء قاد عضو اعضاء وجهاء شخصيات اطراف اخر اخرون اخرين اخران`)},
	page.List{Bits: bareTalks, Words: strings.Fields(`
		وفد وفود فريق مفاوض مفاوضين مفاوضون مندوب مندوبين ممثل ممثلي`)},
	page.List{Bits: bareAgent, Words: strings.Fields(`
		يد ايدي ايد قبض قبل جانب رصاص نيران سيطر`)},
	page.List{Bits: bareStalls, Words: strings.Fields(`
		توقف توقفت متوقف توقفهما معلق متعثر مجمد جامد تعطل تعطلت معطل متعطل تجمدت جمدت`)},
	page.List{Bits: bareAgainst, Words: strings.Fields(`
		ضد احتجاج تنديد مناهض مناوئ مناوي منددين مندد استنكار تضامن مويد مؤيد دعم تاييد رفض هتافات شعارات مطالبين مطالب لافتات رافضين مرددين حاملين معبرين
		داعين هاتفين متهمين ينددون يطالبون تطالب تندد رفضهم غضبهم`)},
)

var quantifiers = page.NewVocabulary(wordNote, page.List{Bits: wordQuantifier, Words: strings.Fields(`
		اخر اول عده بعده بعض ثاني ثالث رابع خامس احدث سلسله عدد من جوله حمله عمليه عمليات كل جميع نحو حوالي عشرات مئات الاف احد احدي عددا جولات اوسع اعنف اكبر
		ابرز جلسه جلسات مزيد مختلف اسبوع ايام اسابيع حزمه مرحله موجه موجات معظم غالبيه وتيره حده عديد كثير جزء اغلب كبار اي قسم اكثر اقل قرابه زهاء مجموعه`)})

// has reports whether token i has one of the bits.
func (r *reader) has(i int, bits uint64) bool {
	return uint(i) < uint(len(r.bits)) && r.bits[i]&bits != 0
}

// of are the bits of token i, 0 outside the article.
func (r *reader) of(i int) uint64 {
	if uint(i) >= uint(len(r.bits)) {
		return 0
	}
	return r.bits[i]
}

// wordBits are the bits of token i but for those of vocabulary: what follows from
// the word and its readings alone.
func wordBits(p *page.Page, entries []grammar, i int) uint64 {
	w := p.Tokens[i].Word
	var bits uint64
	if p.Has(i, page.WordToken) && mayTell(p, entries, i) {
		bits |= wordTells
	}
	if mark, ok := preposition(w); ok {
		bits |= wordPrep | markBit(mark)
	}
	if quantifier(w) {
		bits |= wordQuantifier
	}
	b := bareWord(p, i)
	if quantifier(b) {
		bits |= bareQuantifier
	}
	bits |= stems.Of(stem(b))
	switch stem(w) {
	case "صحفي", "صحافي":
		bits |= wordPress
	}
	if k := p.Tokens[i].Kind; k == arabic.Number || k == arabic.Word && arabic.IsNumberWord(w) {
		bits |= wordNumber
	}
	bits |= readingBits(p, i)
	if w == "بيد" { // على يد
		bits |= withBa | bareAgent
	}
	switch carried(p, i) {
	case 'b':
		bits |= withBa
	case 'l':
		bits |= withLam
	}
	if p.Has(i, page.Adverb) {
		bits |= wordAdverb
	}
	if p.Has(i, page.MarkToken) {
		bits |= wordMark
	}
	breaks := vocabulary.Of(w)&wordBreaks != 0
	if p.Class(i)&(page.Finite|page.WordToken|page.Relative) == page.Finite|page.WordToken || p.Has(i, page.WordToken) && beginsPredicate(p, i) {
		bits |= wordVerb
	}
	if strings.HasPrefix(w, "و") && !breaks && bits&(wordVerb|wordPrep|wordMark|wordAdverb) == 0 && joinsNoun(p, i) {
		bits |= wordJoined
	}
	return bits
}

// named reports whether a name covers token i.
func (r *reader) named(i int) bool { return r.has(i, wordNamed) }

// dated reports whether a date covers token i.
func (r *reader) dated(i int) bool { return r.has(i, wordDated) }

// cover lays the names and dates of the article over its tokens.
func (r *reader) cover() {
	p, near := r.p, 0
	for n := range p.Reading.Mentions {
		for k, end := p.FirstOf(n), p.Reading.Mentions[n].End; k < len(r.bits) && p.Tokens[k].Start < end; k++ {
			r.bits[k] |= wordNamed
		}
	}
	for n := range p.Reading.Dates {
		d := &p.Reading.Dates[n]
		near = p.TokenNear(d.Start, near)
		for k := near; k < len(r.bits) && p.Tokens[k].Start < d.End; k++ {
			r.bits[k] |= wordDated
		}
	}
}

// mayTell reports whether a deed may be told with the word of token i, however the article
// writes it: what is remembered of a word holds for وأدى and وادي alike (see tellsHere).
func mayTell(p *page.Page, entries []grammar, i int) bool {
	return p.Begins(i, lexicon.DeedTable) ||
		p.Has(i, page.Deed) && (len(wordCuesAs(p, entries, i, false, nil)) > 0 || len(wordCuesAs(p, entries, i, true, nil)) > 0)
}

// tellsHere reports whether a deed may be told with token i, of which mayTell says so, as it is
// written here.
func (r *reader) tellsHere(i int) bool {
	return !strings.HasPrefix(r.p.Tokens[i].Word, "وا") || r.p.Begins(i, lexicon.DeedTable) || len(wordCues(r.p, r.grammar, i, r.buf[:0])) > 0
}

// readingBits are the bits that the readings of token i give it.
func readingBits(p *page.Page, i int) uint64 {
	var bits uint64
	rs := p.Readings[i]
	for k := range rs {
		rd := &rs[k]
		own := rd.Own()
		for n := range own {
			bits |= senseBits(p, rd, &own[n])
		}
	}
	if bits&wordDeedNoun != 0 {
		bits |= wordMasdar
	}
	return bits
}

// senseBits are the bits of one sense of a word.
func senseBits(p *page.Page, rd *lexicon.Reading, s *lexicon.Sense) uint64 {
	switch s.Kind {
	case lexicon.DeedWord:
		if s.Tense == arabic.Masdar {
			return wordDeedNoun
		}
	case lexicon.SpeechWord:
		return speechBits(p.Lex.Speech[s.Entry].Act, s)
	case lexicon.SceneWord:
		return sceneBits(p.Lex.Scenes[s.Entry].Class, rd, s)
	case lexicon.UnitWord:
		if peopleUnit(p.Lex.Units[s.Entry].Unit) && (rd.Prep == 0 || rd.Prep == 'b' || rd.Prep == 'l') {
			return wordPerson
		}
	case lexicon.NisbaWord:
		if rd.Pronoun == "" {
			return wordNisba
		}
	case lexicon.HeadWord:
		switch p.Lex.Heads[s.Entry].Class {
		case lexicon.HeadArea, lexicon.HeadPlace:
			return bareArea
		case lexicon.HeadSide, lexicon.HeadForce, lexicon.HeadTroops, lexicon.HeadForceOf, lexicon.HeadGroup, lexicon.HeadMinistry, lexicon.HeadBody:
			return bareActs
		}
	}
	return 0
}

// speechBits are the bits of a word of speech of the act.
func speechBits(act string, s *lexicon.Sense) uint64 {
	var bits uint64
	switch act {
	case "demand", "threaten", "propose", "pledge", "reject", "expect", "warn":
		bits |= wordUnreal
	}
	switch s.Tense {
	case arabic.Masdar:
		bits |= wordMasdar
	case arabic.Participle:
		if !s.Adverbial {
			bits |= bareActs
		}
	}
	if act == "demand" && (s.Tense == arabic.Participle || s.Tense == arabic.Present || s.Tense == arabic.Masdar) {
		bits |= bareAgainst
	}
	return bits
}

// sceneBits are the bits of a word beside deeds of the class.
func sceneBits(class lexicon.SceneClass, rd *lexicon.Reading, s *lexicon.Sense) uint64 {
	if class == lexicon.SceneOccurs {
		switch {
		case s.Tense == arabic.NoTense:
			return wordRealised
		case !rd.Undet && rd.Prep == 0:
			return wordOccurs
		}
		return 0
	}
	for n, c := range sceneClasses {
		if c != class {
			continue
		}
		if class == lexicon.SceneUnreal {
			return sceneBit<<n | wordUnreal | wordMasdar
		}
		return sceneBit << n
	}
	return 0
}

// peopleUnit reports whether a unit counts people or bodies of people.
func peopleUnit(unit string) bool {
	switch unit {
	case "people", "troops", "killed", "wounded", "detained", "fighters", "civilians", "families", "workers", "journalists", "guards", "attackers", "police", "medics", "officials",
		"commanders", "delegates", "protesters", "settlers", "students", "staff", "abducted", "displaced", "missing", "groups", "tribes", "states", "organisations", "diplomats", "parties", "teachers", "sailors", "volunteers", "strikers":
		return true
	}
	return false
}

// beginsPredicate reports whether token i, where no name covers it, has و or ف and
// begins a new predicate.
func beginsPredicate(p *page.Page, i int) bool {
	rs := p.Readings[i]
	for k := range rs {
		rd := &rs[k]
		if rd.Conj == 0 || !rd.Kinds.Has(lexicon.SceneWord) && !rd.Kinds.Has(lexicon.DeedWord) && !rd.Kinds.Has(lexicon.SpeechWord) || rd.Det {
			continue
		}
		past := false
		own := rd.Own()
		for n := range own {
			s := &own[n]
			switch s.Kind {
			case lexicon.SceneWord, lexicon.DeedWord, lexicon.SpeechWord:
				if s.Tense == arabic.Masdar || s.Tense == arabic.Participle {
					past = false
					break
				}
				past = past || s.Tense == arabic.Past
			case lexicon.Common:
				if s.Entry == 'n' {
					return false
				}
			}
		}
		if past {
			return true
		}
	}
	return false
}

// joinsNoun reports whether token i, which begins with و, joins a noun.
func joinsNoun(p *page.Page, i int) bool {
	rs := p.Readings[i]
	conj := false
	for k := range rs {
		rd := &rs[k]
		if rd.Kinds == 0 {
			continue
		}
		if rd.Cut == 0 {
			return false
		}
		if rd.Conj == 'w' {
			if rd.Prep != 0 {
				return false
			}
			conj = true
		}
	}
	return conj || len(rs) == 0 && strings.HasPrefix(p.Word(i), "وال")
}

// carried is the preposition that token i carries, where no name covers it: 'b', 'l',
// 0 for none.
func carried(p *page.Page, i int) byte {
	rs := p.Readings[i]
	var mark byte
	for k := range rs {
		rd := &rs[k]
		if rd.Kinds == 0 {
			continue
		}
		if rd.Cut == 0 {
			return 0
		}
		if mark == 0 && (rd.Prep == 'b' || rd.Prep == 'l') {
			mark = rd.Prep
		}
	}
	if mark == 0 && len(rs) == 0 {
		switch w := p.Word(i); {
		case strings.HasPrefix(w, "بال"):
			return 'b'
		case strings.HasPrefix(w, "لل"):
			return 'l'
		}
	}
	return mark
}
