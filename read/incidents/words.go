package incidents

import (
	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/phrases"
)

// breaks reports whether token i begins another clause: what follows it does not
// complement a verb before it.
func (r *reader) breaks(i int) bool { return r.has(i, wordBreaks) }

// quantifier reports whether w (folded) may stand before the noun that a phrase
// is about: آخر اجتماع، عدة غارات، سلسلة هجمات، أول زيارة.
func quantifier(w string) bool { return quantifiers.Of(arabic.Undet(w)) != 0 }

// scene is the word of the class beside a deed that token i is, nil for none.
func (r *reader) scene(i int, class uint64) *lexicon.Scene {
	if !r.has(i, class) {
		return nil
	}
	p := r.p
	rs := p.Readings[i]
	for k := range rs {
		own := rs[k].Own()
		for n := range own {
			if s := &own[n]; s.Kind == lexicon.SceneWord {
				if sc := &p.Lex.Scenes[s.Entry]; sc.Class != lexicon.SceneOccurs && sceneBits(sc.Class, &rs[k], s)&class != 0 {
					return sc
				}
			}
		}
	}
	return nil
}

// occurs is the verb at token i that says of an event noun beside it that it
// takes or took place: وقع، اندلعت، جرت. pronoun is the noun itself as its object: شنها.
func (r *reader) occurs(i int) (verb *lexicon.Scene, pronoun, ok bool) {
	if !r.has(i, wordOccurs) {
		return nil, false, false
	}
	p := r.p
	rs := p.Readings[i]
	for k := range rs {
		rd := &rs[k]
		if !rd.Kinds.Has(lexicon.SceneWord) || rd.Undet || rd.Prep != 0 {
			continue
		}
		own := rd.Own()
		for n := range own {
			s := &own[n]
			if s.Kind != lexicon.SceneWord || s.Tense == arabic.NoTense || s.Person == 1 && s.Count == arabic.Singular || s.Tense == arabic.Jussive && p.Word(i-1) != "لم" {
				continue
			}
			v := &p.Lex.Scenes[s.Entry]
			if v.Class != lexicon.SceneOccurs {
				continue
			}
			if s.Tense == arabic.Past && rd.Pronoun == "" && i > r.sent.First && p.Is(i, lexicon.Common) && r.governed(i) {
				return nil, false, false // احتمال عقد اتفاق: a noun
			}
			return v, rd.Pronoun != "", true
		}
	}
	return nil, false, false
}

// governed reports whether token i, a verb or noun by its letters, stands where
// only a noun can: after a preposition or another noun of doing.
func (r *reader) governed(i int) bool {
	p := r.p
	noun := false
	for _, rd := range p.Readings[i] {
		for _, s := range p.Lex.Senses(rd) {
			noun = noun || s.Kind == lexicon.Common && s.Entry == 'n' && rd.Pronoun == ""
		}
	}
	if !noun || p.Mark(i-1) || r.named(i-1) {
		return false
	}
	return r.has(i-1, wordPrep|sceneComing) || r.unreal(i-1) || r.masdar(i-1)
}

// realised reports whether token i is a noun or participle that says of the event
// beside it that it took place: استكمال الانسحاب، الاتفاق الموقع.
func (r *reader) realised(i int) bool { return r.has(i, wordRealised) }

// unreal reports whether token i governs a deed that is not told as done: احتمال،
// منع، دعوة إلى، هدد ب، طالب ب.
func (r *reader) unreal(i int) bool { return r.has(i, wordUnreal) }

// number reports whether token i begins a number.
func (r *reader) number(i int) bool { return r.has(i, wordNumber) }

// joinedNumber reports whether a number with و before it begins at token i: «وخمسة», and not «واحد».
func (r *reader) joinedNumber(i int) bool {
	n, ok := r.p.NumberAt(i)
	return ok && n.Conj == 'w'
}

// instrument reports whether token i is a thing that strikes and not one who
// acts: the subject of «سقطت قذيفة» did not do the deed.
func (r *reader) instrument(i int) bool {
	return r.has(i, sceneWeapon) && !r.named(i)
}

// purpose reports whether token k is a verbal noun after ل: «لبناء تعاون»، «لعقد لقاء».
func (r *reader) purpose(k int) bool {
	p := r.p
	if r.reached(k) && !r.named(k) {
		return true // جهودهم للتوصل إلى اتفاق، لتوقيع اتفاق
	}
	if r.named(k) || phrases.Definite(p, k) || p.Is(k, lexicon.UnitWord) {
		return false
	}
	return !r.animate(span{k, k + 1})
}
