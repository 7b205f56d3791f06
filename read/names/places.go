package names

import (
	"mahdar/arabic"
	"mahdar/lexicon"
)

// placeOn is the end of «مطار صنعاء الدولي», «جبل مرة», «قاعدة X الجوية».
func (f *finder) placeOn(i int, det bool) int {
	if det {
		return i
	}
	k := i + 1
	if k < len(f.Tokens) && f.mark(k) && f.Tokens[k].Gap < arabic.Line {
		if end, ok := f.quotedName(k); ok && end <= k+4 {
			return end
		}
		return i
	}
	if !f.follows(k) {
		return i
	}
	if c, ok := f.listed(k); ok && c.cut == 0 {
		k = c.last
	} else if f.nameable(k) && !f.verbLike(k, 0) {
		k++
		if f.follows(k) && f.nameable(k) && !f.w[k].Has(definite) && !f.verbLike(k, 1) {
			k++
		}
	} else if f.w[k].Head > 0 && f.w[k].Cut == 0 && !f.w[k].Has(definite) && f.follows(k+1) {
		end := i
		switch f.w[k].Class {
		case lexicon.HeadPlace:
			end = max(end, f.placeOn(k, false))
		case lexicon.HeadArea: // سجن جزيرة كذا
			if c, ok := f.listedThing(k + 1); ok && c.kind == aPlace {
				end = c.last
			} else {
				_, end = f.areaName(k, false)
			}
		}
		if end <= k+1 {
			return i
		}
		k = end
	} else if f.namedPlain(i, k) {
		k++
	} else {
		return i
	}
	switch f.wordAt(k) {
	case "الدولي", "الجويه", "العسكري", "العسكريه", "البحري", "البحريه":
		if f.follows(k) {
			k++
		}
	}
	return k
}

// areaName is the name after «مدينة», «محافظة», «بلدة»: what is unknown there is a
// place.
func (f *finder) areaName(i int, det bool) (int, int) {
	k := i + 1
	if f.wordAt(i) != "العاصمه" && det {
		return i, i
	}
	if k < len(f.Tokens) && f.mark(k) && f.Tokens[k].Gap < arabic.Line {
		if end, ok := f.quotedName(k); ok && end <= k+4 {
			return k + 1, end - 1
		}
		return i, i
	}
	if !f.follows(k) {
		return i, i
	}
	if f.w[k].Has(nisba) {
		return i, i
	}
	if f.wordAt(i) == "العاصمه" {
		for f.national(k) {
			k++
		}
	}
	start := k
	if k >= len(f.Tokens) || !f.follows(k) {
		return i, i
	}
	if f.namedPlain(i, k) {
		return k, k + 1
	}
	if h := &f.w[k]; h.Head > 0 && h.Cut == 0 && h.Class == lexicon.HeadPlace && !h.Has(definite) {
		return k, max(k, f.placeOn(k, false)) // قرية وادي الزيتون
	}
	if end := f.twoWords(k); end > k {
		return k, end
	}
	if !f.unknown(k) {
		return f.plainPlace(i, k)
	}
	if f.verbLike(k, 0) {
		return i, i
	}
	if _, ok := f.listedThing(k); ok {
		return i, i // found by itself
	}
	k++
	if f.follows(k) && f.nameable(k) && !f.w[k].Has(definite) && !f.verbLike(k, 1) {
		k++
	}
	return start, k
}

// plainPlace is a place whose name is an ordinary noun, told by a noun that
// takes no other: «مدينة صبر». Something must end it there.
func (f *finder) plainPlace(i, k int) (int, int) {
	w := &f.w[k]
	if !w.Any(noun|finite) || w.Any(adjective|definite|particle|clitic|nisba) || w.Head > 0 || w.Any(finite) && !f.closes(k+1) && f.Tokens[k+1].Kind == arabic.Word {
		return i, i
	}
	switch f.wordAt(i)[f.w[i].Cut:] {
	case "مدينه", "بلده", "قريه", "محافظه", "مديريه":
	default:
		return i, i
	}
	if k+1 < len(f.Tokens) && f.follows(k+1) && !f.w[k+1].Any(particle) && !f.w[k+1].Has(definite|adjective) {
		return i, i
	}
	if _, ok := f.listedThing(k); ok {
		return i, i
	}
	return k, k + 1
}

// namedPlain reports whether token k, an ordinary noun with the article, names the place
// that the noun at i tells the kind of: «حي السلام», «مخيم الأمل», «جبل الزيتون». Those that
// belong to somebody or to something else («مدينة الرئيس», «قرية اللاجئين») are not among them.
func (f *finder) namedPlain(i, k int) bool {
	switch f.wordAt(i)[f.w[i].Cut:] {
	case "حي", "بلده", "قريه", "مديريه", "ناحيه", "جزيره", "مخيم", "معبر", "جسر", "جبل", "تل", "مستشفي", "قصر":
	case "وادي":
		if f.AndHamza(i) {
			return false // وأدى الهجوم إلى …
		}
	case "ميدان", "ساحه", "دوار":
		switch f.wordAt(k) {
		case "المعركه", "المعارك", "القتال", "الحرب", "المواجهه", "العمل", "التدريب":
			return false
		}
	default:
		return false
	}
	w := &f.w[k]
	if !w.Has(definite) || !w.Any(noun|given) || w.Any(plain|people|nisba|dated) || w.Has(lexicon.PluralEnd) && !w.Any(given) || w.Head > 0 || f.isOffice(k) {
		return false
	}
	return !f.follows(k+1) || !f.w[k+1].Has(definite)
}

// twoWords is the end of the name of a place at token k that begins as such names do with a
// spring, a convent, a hill: «عين السمك», «دير النخل», «باب الشمس»; k where there is none.
func (f *finder) twoWords(k int) int {
	switch f.wordAt(k) {
	case "عين", "دير", "باب", "خان", "بيت", "راس", "ام", "ابو", "بير", "كفر", "تل", "برج", "مرج", "حصن", "قلعه", "سهل", "وادي":
	default:
		return k
	}
	if !f.follows(k + 1) {
		return k
	}
	if n := &f.w[k+1]; n.Any(particle|nisba|people|plain|suffixed|speech) || !n.Any(definite|given) && !f.unknown(k+1) || f.isOffice(k+1) {
		return k
	}
	return k + 2
}
