package arabic

// numberClass says what a number word does in a number.
type numberClass uint8

const (
	unit     numberClass = iota + 1 // 1 to 10
	teen                            // عشر after a unit
	tens                            // 20 to 90
	hundred                         // 100 to 900
	scale                           // thousands and more, and their duals
	fraction                        // thousandths of one
	vague                           // عشرات, مئات
)

// numberWord is a folded number word.
type numberWord struct {
	class  numberClass
	value  int64
	plural bool // of scales: آلاف alone is vague
}

// numberWords maps folded words, without article and particles, to what they
// count. Both genders and all cases of a word are listed.
var numberWords = makeNumberWords()

// mayNumber lets through the words that may be in numberWords, with the article or
// without.
var mayNumber = numberGate()

func numberGate() *Gate {
	g := GateOf(numberWords)
	for w := range numberWords {
		g.Open("ال" + w)
	}
	return g
}

func makeNumberWords() map[string]numberWord {
	m := make(map[string]numberWord, 160)
	set := func(c numberClass, v int64, words ...string) {
		for _, w := range words {
			m[Fold(w)] = numberWord{class: c, value: v}
		}
	}
	set(unit, 1, "واحد", "واحدة", "أحد", "إحدى")
	set(unit, 2, "اثنان", "اثنين", "اثنتان", "اثنتين", "اثنا", "اثني", "اثنتا", "اثنتي")
	stems := [...]string{"ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع"}
	for k, s := range stems {
		v := int64(k + 3)
		set(unit, v, s, s+"ة")
		joined, decade := s, s
		if v == 8 {
			joined, decade = "ثمان", "ثمان"
			set(unit, v, "ثمان")
			set(hundred, 800, "ثمانيمئة", "ثمانيمائة")
		}
		set(tens, v*10, decade+"ون", decade+"ين")
		set(hundred, v*100, joined+"مئة", joined+"مائة")
	}
	set(unit, 10, "عشرة")
	set(teen, 10, "عشر")
	set(tens, 20, "عشرون", "عشرين")
	set(hundred, 100, "مئة", "مائة")
	set(hundred, 200, "مئتان", "مئتين", "مائتان", "مائتين", "مئتا", "مئتي", "مائتا", "مائتي")
	scales(m)
	set(fraction, 500, "نصف")
	set(fraction, 333, "ثلث")
	set(fraction, 666, "ثلثا", "ثلثي", "ثلثين", "ثلثان")
	set(fraction, 250, "ربع")
	set(vague, 10, "عشرات")
	set(vague, 100, "مئات", "مائات")
	return m
}

// scales adds thousand, million and on: singular, accusative, dual, construct
// dual, plural.
func scales(m map[string]numberWord) {
	for _, s := range [...]struct {
		value  int64
		one    string
		plural []string
	}{
		{1e3, "ألف", []string{"آلاف", "ألوف"}},
		{1e6, "مليون", []string{"ملايين"}},
		{1e9, "مليار", []string{"مليارات"}},
		{1e9, "بليون", []string{"بلايين"}},
		{1e12, "تريليون", []string{"تريليونات"}},
		{1e12, "ترليون", []string{"ترليونات"}},
	} {
		for _, w := range [...]string{s.one, s.one + "ا"} {
			m[Fold(w)] = numberWord{class: scale, value: s.value}
		}
		for _, w := range [...]string{s.one + "ان", s.one + "ين", s.one + "ي"} {
			m[Fold(w)] = numberWord{class: scale, value: 2 * s.value}
		}
		for _, w := range s.plural {
			m[Fold(w)] = numberWord{class: scale, value: s.value, plural: true}
		}
	}
}
