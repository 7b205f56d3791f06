package statements

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/page"
)

// What a word is to this stage by its letters and readings alone. It is noted once
// for each word (page.Vocabulary), so that a token that cannot be a cue, open or
// end a content costs one test.
const (
	isClause       uint64 = 1 << iota // أن، إن, with pronouns too
	isBian                            // بأن, with pronouns too
	isAlla                            // ألا or إلا
	isSubordinate                     // بعد، قبل: an أن after them is part of an adverbial
	isLead                            // opens a clause before its subject
	isAttribution                     // may open an attribution after its content
	isLexAttr                         // an attribution of the lexicon may begin here
	isAfterRelay                      // may open «حيث نقلت الوكالة»
	isReport                          // تقارير، أنباء
	isBreak                           // may open a clause of the article's own
	isStopWord                        // ends a content or may: ؛ ، - بينما
	isCircumstance                    // opens a clause of circumstance
	isResuming                        // به، إليه
	isPassed                          // may stand between a verb and its subject
	isQuote                           // a quotation mark of any kind
	isRelBare                         // a relative pronoun without و
	isModal                           // tells of a future, a duty, a negation
	isBlame                           // may head words of blame
	isOwn                             // بلاده، وفده
	isWawPrep                         // a preposition, with و too
	isPron                            // a particle with the pronoun of the subject: لكنه، وهو
	// By its readings.
	isWholeNoun // an ordinary noun, adjective or particle as it stands
	isBareNoun  // a known noun or adjective without a pronoun
	isMasdar    // a noun of action, or of the shape of one
	isAttached  // a noun with a preposition before it
	hasConj     // as its first known reading has it
	hasPrep
	isPast       // may be a past or present verb of the lexicon
	isFuture     // a verb with س, where no name or date covers it
	isSignal     // tells what a content does
	isAdverbial  // a participle in the accusative
	isAccusative // an indefinite noun in the accusative by its ending
	mayAccuse    // the same where its tanwin is written
	attB         // a noun with ب, ل, ك
	attL
	attK
	isOther      // a verb of speech that would take the marks after it
	isOtherPart  // a participle of speech that would
	isOtherSaid  // قائلا, which takes no marks from another
	isWhole      // known as it stands
	withWaw      // its readings have و or a preposition
	withFa       // its readings have ف
	isColon      // :
	isSemicolon  // ؛
	isComma      // ، ,
	isMa         // ما
	isWaw        // begins with the letter و
	isFinitePart // a finite form or adverbial participle of speech
	isFinite     // a finite form of speech
	isVerbNoun   // a noun of action of speech, or a participle that may continue a clause
	isDash       // - –
	isKana       // كان, whose predicate an accusative after it is
	isNominal    // a noun of action that may tell a position by itself
	isLetter     // ب ل ك by themselves
	isAttrAlone  // an attribution of the lexicon by itself
	isAttrNext   // the second word of one
)

var vocabulary = page.NewVocabulary(1,
	page.List{Bits: isClause, Words: strings.Fields("ان انه انها انهم انهما اننا انني اني انهن")},
	page.List{Bits: isBian, Words: strings.Fields("بان بانه بانها بانهم بانهما باننا بانني باني بانهن")},
	page.List{Bits: isAlla, Words: []string{"الا"}},
	page.List{Bits: isSubordinate, Words: strings.Fields("بعد قبل منذ دون بدون رغم غير الا لولا سوي بيد كما حيث شرط بشرط بما")},
	page.List{Bits: isLead, Words: strings.Fields(`اما لكن ولكن غير الا ان كما حيث بينما فيما وفيما وبينما بدوره بدورها وكان كان وكانت كانت وكانوا قد وقد و ثم واما
		ذلك وذلك بالمقابل ايضا كذلك وسبق سبق اذ وان بل لقد فقد يذكر يشار انه بان`)},
	page.List{Bits: isAttribution, Words: strings.Fields("بحسب حسب حسبما وفق وفقا طبقا نقلا علي كما وفقما بحسبما استنادا")},
	page.List{Bits: isAfterRelay, Words: strings.Fields("حيث كما فيما وفقما")},
	page.List{Bits: isReport, Words: strings.Fields("تقارير معلومات انباء اشاعات شايعات تسريبات مزاعم روايات ادعاءات اقاويل")},
	page.List{Bits: isBreak, Words: strings.Fields("وكان وكانت وكانوا وقد فقد وهو الامر لكن ولكن كما لكنه لكنها ولكنه ولكنها لكنهم الا وهناك وثمه غير بيد")},
	page.List{Bits: isStopWord, Words: strings.Fields("؛ ، , - – بينما فيما وفيما وبينما")},
	page.List{Bits: isCircumstance, Words: strings.Fields("بعدما حيث اذ حينما عندما اثر مما وسط لكن ولكن لكنها لكنه بعد قبل دون الامر رغم تزامنا وذلك")},
	page.List{Bits: isResuming, Words: strings.Fields("به بها بهم اليه اليها اليهم عليه عليها عليهم عنه عنها عنهم")},
	page.List{Bits: isPassed, Words: strings.Fields("ايضا كذلك فيه فيها له لها بدوره بدورها عليه به بها مجددا امس اليوم بهم اليه اليها اليهم عليها عليهم عنه عنها عنهم")},
	page.List{Bits: isRelBare, Words: strings.Fields("الذي التي الذين اللذان اللذين اللتان اللتين اللواتي اللاتي")},
	page.List{Bits: isModal, Words: strings.Fields("علي لا ولا لم غير المهم الضروري قد يمكن بالامكان لن سوف")},
	page.List{Bits: isOwn, Words: strings.Fields("بلاده بلادها حكومته حكومتها وفده وفدها قواته قواتها حركته حزبه حزبها نحن بلادنا جماعته منظمته منظمتها قواتنا مقاتليه مقاتليها")},
	page.List{Bits: isColon, Words: []string{":"}},
	page.List{Bits: isSemicolon, Words: []string{"؛"}},
	page.List{Bits: isComma, Words: []string{"،", ","}},
	page.List{Bits: isLetter, Words: strings.Fields("ب ل ك")},
	page.List{Bits: isDash, Words: []string{"-", "–"}},
	page.List{Bits: isKana, Words: strings.Fields("كان كانت كانوا يكون تكون وكان وكانت فكان ليس ليست بات باتت اصبح اصبحت")},
	page.List{Bits: isMa, Words: []string{"ما"}},
	page.List{Bits: isQuote, Words: strings.Fields("« » \" “ ” „ ‟ ‹ › '' '")},
)

// wordBits is what the readings and letters of token i tell beside its vocabulary.
func wordBits(p *page.Page, i int) uint64 {
	w := p.Word(i)
	bits := letterBits(p, w)
	bits |= readingBits(p, i) | attachments(p, i)
	for _, b := range [...]struct {
		bit uint64
		on  bool
	}{
		{isWholeNoun, wholeNoun(p, i)},
		{isBareNoun, bareNoun(p, i)},
		{isMasdar, masdar(p, i)},
		{isAttached, attachedNoun(p, i)},
		{isPast, pastVerb(p, i)},
		{isFuture, futureVerb(p, i)},
		{isSignal, signals(p, i)},
		{isAccusative, accusative(p, i)},
		{mayAccuse, mayBeAccusative(p, i)},
	} {
		if b.on {
			bits |= b.bit
		}
	}
	conj, prep := particle(p.Readings[i])
	if conj {
		bits |= hasConj
	}
	if prep {
		bits |= hasPrep
	}
	return bits | otherBits(p, i)
}

// letterBits is what the letters of w tell.
func letterBits(p *page.Page, w string) uint64 {
	var bits uint64
	bare, waw := strings.CutPrefix(w, "و")
	if waw {
		bits |= isWaw
	}
	bits |= attributing(p, w)
	if waw {
		bits |= attributing(p, bare)
	} else if rest, fa := strings.CutPrefix(w, "ف"); fa {
		bits |= attributing(p, rest)
	}
	if p.Lex.AttributesNext(w) || w == "-" || w == "_" {
		bits |= isAttrNext
	}
	if page.ClassOf(bare)&page.Preposition != 0 {
		bits |= isWawPrep
	}
	if pronounBearer(w) {
		bits |= isPron
	}
	switch strings.TrimPrefix(w, "و") {
	case "بحسبه", "بحسبها", "بحسبهم":
		bits |= isLexAttr
	}
	switch stem(w) {
	case "بسبب", "جراء", "نتيجه", "فشلت", "فشل", "اخفقت", "اخفق", "فشلها", "فشله", "مسوول", "مسووله", "مسوولون", "مسوولين",
		"يتحمل", "تتحمل", "يتحملون", "يتحملان":
		bits |= isBlame
	}
	return bits
}

// attributing tells whether an attribution of the lexicon may begin with w, or be w alone.
func attributing(p *page.Page, w string) (bits uint64) {
	if p.Lex.Attributes(w) {
		bits |= isLexAttr
	}
	if p.Lex.AttributesAlone(w) {
		bits |= isAttrAlone
	}
	return bits
}

// readingBits is what the readings of token i tell one by one.
func readingBits(p *page.Page, i int) uint64 {
	var bits uint64
	for k := range p.Readings[i] {
		rd := &p.Readings[i][k]
		if rd.Kinds != 0 {
			if rd.Cut == 0 {
				bits |= isWhole
			}
			if rd.Conj == 'w' || rd.Prep != 0 {
				bits |= withWaw
			}
			if rd.Conj == 'f' {
				bits |= withFa
			}
		}
		senses := rd.Own()
		for n := range senses {
			s := &senses[n]
			if s.Tense == arabic.Participle && s.Adverbial {
				bits |= isAdverbial
			}
			if s.Kind == lexicon.SpeechWord && finite(s.Tense) {
				bits |= isFinite
			}
			if s.Kind == lexicon.SpeechWord {
				bits |= nounBits(&p.Lex.Speech[s.Entry], rd, s)
			}
			if s.Kind == lexicon.SpeechWord && (s.Tense == arabic.Past || s.Tense == arabic.Present || s.Tense == arabic.Jussive || s.Tense == arabic.Participle && s.Adverbial) {
				bits |= isFinitePart
			}
		}
	}
	return bits
}

// nounBits tells what the noun of action or participle s of verb v may be a cue for.
func nounBits(v *lexicon.Verb, rd *lexicon.Reading, s *lexicon.Sense) uint64 {
	switch {
	case s.Tense == arabic.Masdar && (s.Adverbial || v.Class == "source" || v.Class == "according" || v.Class == "ask" || !tellsByNoun(v)):
		return isVerbNoun
	case s.Tense == arabic.Masdar:
		return isVerbNoun | isNominal
	case s.Tense == arabic.Participle && v.Class != "source" && adverbialForm(rd, s):
		return isVerbNoun
	}
	return 0
}

// adverbialForm reports whether a participle has the form of one that continues a
// clause: مضيفا, مؤكدة, مشددين, without particles.
func adverbialForm(rd *lexicon.Reading, s *lexicon.Sense) bool {
	return !rd.Det && rd.Prep == 0 && rd.Pronoun == "" && (s.Adverbial || s.Feminine && s.Count == arabic.Singular || s.Count != arabic.Singular && !s.Feminine)
}

// tellsByNoun reports whether a frame of v may be met after its noun (nounFrame).
func tellsByNoun(v *lexicon.Verb) bool {
	for k := range v.Frames {
		f := &v.Frames[k]
		if s := &f.Slots[len(f.Slots)-1]; v.Past == "" || s.Mark == "ان" || s.Mark == "بان" {
			return true
		}
	}
	return false
}

// otherBits tells whether token i is a verb or participle of speech that takes what
// follows it: the first of its senses that can.
func otherBits(p *page.Page, i int) uint64 {
	for k := range p.Readings[i] {
		rd := &p.Readings[i][k]
		if !rd.Kinds.Has(lexicon.SpeechWord) || rd.Undet || rd.Prep != 0 && rd.Prep != 's' {
			continue
		}
		for _, s := range rd.Own() {
			if s.Kind != lexicon.SpeechWord {
				continue
			}
			if cl := p.Lex.Speech[s.Entry].Class; cl == "source" || cl == "according" {
				continue
			}
			switch {
			case s.Tense == arabic.Participle && s.Adverbial:
				if w := p.Word(i); w == "قايلا" || w == "قايله" {
					return isOtherSaid
				}
				return isOtherPart
			case s.Tense == arabic.Past || s.Tense == arabic.Present:
				return isOther
			}
		}
	}
	return 0
}

// attachments tells which of ب ل ك token i, a noun where no name covers it, has attached
// (as readings tell them: b, l, k).
func attachments(p *page.Page, i int) (bits uint64) {
	w := p.Word(i)
	if p.Tokens[i].Kind != arabic.Word || page.ClassOf(w)&(page.Preposition|page.Adverb) != 0 {
		return 0
	}
	if _, ok := strongMark(w); ok {
		return 0
	}
	switch w {
	case "بعدما", "بحسبما":
		return 0
	case "برد":
		return attB // «هدد برد قاس»
	}
	rs := p.Readings[i]
	for k := range rs {
		rd := &rs[k]
		if rd.Cut == 0 && rd.Kinds != 0 && rd.Kinds != 1<<lexicon.GivenName {
			return bits
		}
		if rd.Conj != 0 || rd.Kinds == 0 {
			continue
		}
		switch rd.Prep {
		case 'b':
			bits |= attB
		case 'l':
			bits |= attL
		case 'k':
			bits |= attK
		}
	}
	if len(rs) > 0 && rs[0].Kinds != 0 || len(w) < 6 {
		return bits
	}
	switch al := w[2:6] == "ال"; w[:2] {
	case "ب":
		if al || len(w) >= 10 {
			bits |= attB
		}
	case "ل":
		if al || w[2:4] == "ل" {
			bits |= attL
		}
	case "ك":
		if al {
			bits |= attK
		}
	}
	return bits
}

// signals reports whether signalOf finds anything at token i.
func signals(p *page.Page, i int) bool {
	_, ok := signalOf(p, i)
	return ok
}

// wholeNoun reports whether token i is an ordinary noun, adjective or particle
// as it stands, so that a verb with particles in it is unlikely.
func wholeNoun(p *page.Page, i int) bool {
	for k := range p.Readings[i] {
		rd := &p.Readings[i][k]
		if rd.Cut > 0 || rd.Pronoun != "" {
			continue
		}
		for _, s := range rd.Own() {
			if s.Kind == lexicon.Common && s.Entry != 'v' || s.Kind == lexicon.UnitWord {
				return true
			}
		}
	}
	return false
}

// bareNoun reports whether token i is a known noun or adjective without a pronoun.
func bareNoun(p *page.Page, i int) bool {
	for k := range p.Readings[i] {
		rd := &p.Readings[i][k]
		if rd.Pronoun != "" {
			continue
		}
		for _, s := range rd.Own() {
			if s.Kind == lexicon.Common && (s.Entry == 'n' || s.Entry == 'a') || s.Tense == arabic.Masdar || s.Kind == lexicon.UnitWord {
				return true
			}
		}
	}
	return false
}

// masdar reports whether token i may be a noun of action of the lexicon or has the
// shape of one (تفعيل, استفعال, انفعال, مفاعلة).
func masdar(p *page.Page, i int) bool {
	for k := range p.Readings[i] {
		for _, s := range p.Readings[i][k].Own() {
			if (s.Kind == lexicon.SpeechWord || s.Kind == lexicon.DeedWord) && s.Person == 0 && s.Tense != 0 {
				return true
			}
		}
	}
	w := p.Word(i)
	v := stem(w)
	return shaped(w) || shaped(v) || v == "قيام"
}

// attachedNoun reports whether token i is a noun with a preposition before it.
func attachedNoun(p *page.Page, i int) bool {
	for k := range p.Readings[i] {
		rd := &p.Readings[i][k]
		if rd.Cut == 0 && rd.Kinds != 0 {
			return false
		}
		if rd.Kinds != 0 && rd.Prep != 0 && rd.Prep != 's' {
			return true
		}
	}
	w := p.Word(i)
	return strings.HasPrefix(w, "بال") || strings.HasPrefix(w, "لل")
}

// pastVerb reports whether token i may be a past or present verb of the lexicon.
func pastVerb(p *page.Page, i int) bool {
	for k := range p.Readings[i] {
		rd := &p.Readings[i][k]
		if rd.Undet {
			continue
		}
		for _, s := range rd.Own() {
			if (s.Kind == lexicon.SpeechWord || s.Kind == lexicon.DeedWord) && (s.Tense == arabic.Past || s.Tense == arabic.Present) {
				return true
			}
		}
	}
	return false
}

// futureVerb reports whether token i is a verb with the future particle, unless a
// name or date covers it.
func futureVerb(p *page.Page, i int) bool {
	w := p.Word(i)
	if len(w) < 8 || !strings.HasPrefix(w, "س") {
		return false
	}
	attached := false
	for k := range p.Readings[i] {
		rd := &p.Readings[i][k]
		attached = attached || rd.Prep == 's' && rd.Kinds != 0
		if rd.Cut == 0 && rd.Pronoun != "" && nounOf(rd) {
			return false // سيطرتهم، سياستها
		}
		if rd.Cut > 0 || rd.Pronoun != "" {
			continue
		}
		for _, s := range rd.Own() {
			if !(s.Kind == lexicon.Common && s.Entry == 'v') {
				return false
			}
		}
	}
	if strings.HasPrefix(w, "سي") || strings.HasPrefix(w, "ست") {
		return !p.Is(i, lexicon.UnitWord) && !wholeNoun(p, i) && !strings.HasSuffix(w, "ات")
	}
	return attached
}

// nounOf reports whether a reading is a noun: of action, or an ordinary one.
func nounOf(rd *lexicon.Reading) bool {
	for _, s := range rd.Own() {
		if s.Tense == arabic.Masdar || s.Kind == lexicon.Common && s.Entry == 'n' {
			return true
		}
	}
	return false
}

// mayBeAccusative reports whether token i has the ending of an indefinite noun in
// the accusative, whose written tanwin would tell it.
func mayBeAccusative(p *page.Page, i int) bool {
	w := p.Word(i)
	return p.Tokens[i].Kind == arabic.Word && page.ClassOf(w)&(page.Adverb|page.Preposition) == 0 && !p.Has(i, page.Definite) && strings.HasSuffix(w, "ا") && len(w) >= 8 && !(strings.HasSuffix(w, "ها") && p.Has(i, page.Suffixed))
}

// accusative reports whether token i is an indefinite noun in the accusative: its
// ending carries the tanwin of a known noun.
func accusative(p *page.Page, i int) bool {
	if !mayBeAccusative(p, i) {
		return false
	}
	for k := range p.Readings[i] {
		rd := &p.Readings[i][k]
		if rd.Cut == 0 && rd.Pronoun == "" && !rd.Kinds.Has(lexicon.Common) && rd.Kinds != 0 {
			return false
		}
	}
	kinds := p.Lex.Kinds(strings.TrimSuffix(p.Word(i), "ا"))
	return kinds.Has(lexicon.Common) || kinds.Has(lexicon.SpeechWord) || kinds.Has(lexicon.DeedWord) || kinds.Has(lexicon.UnitWord)
}

// at reports whether token i has any of the bits.
func (r *reader) is(i int, any uint64) bool { return uint(i) < uint(len(r.w)) && r.w[i]&any != 0 }
