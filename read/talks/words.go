package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/page"
)

// The lists of words that the grammar of talks asks for are laid over the tokens
// of a page once, and with them whatever else a word tells by itself: a word has
// bits for the lists that it is in as it stands (folded), for those that its stem is
// in, and for what its readings make of it. The first bits are what it may begin
// (opening).
const (
	stemSide       uint64 = 1 << (iota + 16) // heads a phrase for a side without a proper name
	stemBoth                                 // two sides named before: الطرفان
	stemCrowd                                // a plural that cannot continue the phrase of one person
	stemSeeks                                // says that what follows is wished for and not yet there
	stemBacked                               // a participle that says who stands behind a side and is no part of its name
	stemHonorific                            // stands before a name: السيد
	stemProvides                             // tells what an arrangement says is to be done
	stemAction                               // has the shape of a noun of action of a derived verb: إعادة
	stemAhead                                // makes what follows it something to come
	wordOpens                                // begins another clause
	wordWhole                                // stands before the phrase for somebody that it counts: كل من
	wordTurns                                // turns from the words to something else
	wordNames                                // a phrase of talks.tsv, the name or cue of a process, or a delegation's head may begin with it
	wordTalks                                // known to talks.tsv
	wordPeople                               // the people of a state: الروس
	wordAndPeople                            // the same after a conjunction or without
	wordAction                               // a noun of action
	wordJoinedVerb                           // where no name covers it, a finite verb with و or ف before it
	wordVerb                                 // where no name covers it, a finite verb
	wordPast                                 // of the verb: its tense
	wordJussive                              // neither: present
	wordRejects                              // a word of refusing
	wordGrants                               // a word of granting what was asked: وافق
	wordGoesOn                               // we will go on with something: سنواصل
	wordWillGoOn                             // they will: ستواصل
	wordReady                                // مستعدون
	wordWillGive                             // they will do what is wished of them: ستسمح
	stemCapital                              // عاصمة
	stemPlans                                // before a noun for holding a meeting: the meeting is to come
	wordPutsOff                              // a verb that puts off or cancels what its pronoun points to: أرجأتها، ألغاها
	wordNowhere                              // may say of what follows that it is not there: توجد، جدوى، نفى
	wordBecause                              // says why: بسبب
	wordLasts                                // says how long something goes on: تستمر، لمدة
	wordTurning                              // may turn from a meeting to what it is for or stands beside
	wordYields                               // may tell what came of a meeting

	wordTail   // may tell something of a meeting after its noun or verb (tail.go)
	wordTrack  // مسار
	wordExcept // غير and إلا, which with أن begin another clause

	stemTask // a noun of action of a plain verb, which only what asks for it makes sure: صرف، رحيل

	stemPending // what it governs is wanted, sought, waited for, conditional or lacking: الحصول على، قرب، عدم

	wordBegins = 1<<16 - 1 // the bits that tell what it may begin

	endShift = 57 // three bits: half the bytes after the root of its stem
	cutShift = 60 // from here on: half the bytes before its stem, three bits
)

// vocabulary are the lists of words as they stand.
var vocabulary = page.NewVocabulary(2,
	page.List{Bits: wordOpens, Words: strings.Fields(`
		حيث عندما حين حينما فيما وفيما بينما وبينما لكن ولكن لكنه لكنها ولكنه ولكنها لكنهم ولكنهم اذ بعدما قبلما علما وهو وهي وهم مما كما وكما ثم لان لانه لانها وذلك ان بان انه انها
		بانه بانها انهم بانهم وان اذا كي لكي حتي ما وما لذا لذلك واذا ولم ولن ولا وقد وكان وكانت وكانوا كذلك`)},
	page.List{Bits: wordPutsOff, Words: strings.Fields(`
		اجلها اجله اجلتها اجلته ارجاها ارجاه ارجاتها ارجاته الغاها الغاه الغتها الغته`)},
	page.List{Bits: wordNowhere, Words: strings.Fields(`
		توجد يوجد وتوجد ويوجد جدوي فايده حاجه نيه معني هناك نفي نفت ينفي تنفي نفوا ونفي ونفت وينفي وتنفي ونفوا`)},
	page.List{Bits: wordBecause, Words: strings.Fields(`
		بسبب احتجاجا لعدم جراء نتيجه`)},
	page.List{Bits: wordLasts, Words: strings.Fields(`
		تستمر يستمر ستستمر سيستمر وتستمر ويستمر تستغرق يستغرق وتستغرق ويستغرق ستستغرق سيستغرق استمرت استمر استغرقت استغرق دامت دام تمتد يمتد وتمتد ويمتد ستمتد سيمتد امتد امتدت وامتد وامتدت لمده مدي مدار`)},
	page.List{Bits: wordTrack, Words: []string{track}},
	page.List{Bits: wordExcept, Words: []string{"غير", "الا"}},
	page.List{Bits: wordWhole, Words: strings.Fields(`
		تلك هولاء هذه وتلك وهولاء وهذه كافه وكافه كل من كلا وكل عدد بعض كلتا جميع مختلف`)},
	page.List{Bits: wordTurns, Words: strings.Fields(`
		فيما وفيما بينما وبينما لكن ولكن لكنه لكنها ولكنه ولكنها لكنهم ولكنهم حيث مما كما وذلك بحسب وفق وفقا علما معتبرا معتبره موكدا مضيفا مشيرا`)},
)

// noNote is for lists that are only looked up in.
const noNote = -1

// stems are the lists of stems.
var stems = page.NewVocabulary(noNote,
	page.List{Bits: uint64(onCondition), Words: strings.Fields(`
		شرط شرطا شروط شروطا مطلب مطالب مطالبها مطالبه شروطنا شروطه شروطها مطالبنا بشرط شريطه`)},
	page.List{Bits: uint64(onDuty), Words: strings.Fields(`
		علي وعلي فعلي عليه عليها عليهم عليهما فعليه فعليها فعليهم يجب ويجب فيجب ينبغي يتعين يتوجب يحتم تحتم بد لابد مفر مناص غني واجب حان مطلوب افضل اجدي اجدر اولي مهم ضروري`)},
	page.List{Bits: uint64(onBefore), Words: strings.Fields(`
		لن ما لم ولم لا ولا رفض رفضت رفضوا رفضه رفضها رفضهم يرفض ترفض يرفضون رافضا رافضه
		علق علقت علقوا جمد جمدت جمدوا`)},
	page.List{Bits: uint64(onBreach), Words: strings.Fields(`
		انهي انهت انهوا تخلي تخليه تخليها تخليهم تخليا تخلت تراجع تراجعه تراجعها تراجعهم تراجعت`)},
	page.List{Bits: uint64(onKeeping), Words: strings.Fields(`
		استكمال اكمال اتمام استكمل استكملت اكمل اكملت تنفيذا تطبيقا ازاله فتح سحب انسحاب اطلاق`)},
	page.List{Bits: uint64(onBinding), Words: strings.Fields(`
		التزم التزمت التزما التزموا ملتزمه ملتزم ملتزمون التزام التزامه التزامها التزامهم التزامهما التزاما تعهدا يتعهدان يتعهدون تتعهدان يلتزمان يلتزمون تعهد تعهده تعهدها تعهدهم تعهدهما ضمانات ضمانه تعهدات تعهدت تعهدوا عزم عزمه عزمها استعداده استعدادها استعدادهم استعدادهما
		قرر قررت قررنا قرروا وقرر قررا اوامر امر امرت وامر تعليمات تعليماته تعليماتها`)},
	page.List{Bits: uint64(onAgreement), Words: strings.Fields(`
		يلزم تلزم الزم الزمت بموجب اتفق اتفقت اتفقا اتفقوا اتفقتا اتفاق اتفاقا اتفاقيه صفقه وافق وافقت وافقوا وافقا قبل قبلت قبلوا
		توافق توافقت توافقا توافقوا تفاهم تفاهما تفاهموا وثيقه مذكره بند ماده ميثاق بروتوكول
		بمقتضي بحسب وفقا وفق حسب جدد جددت جددا جددوا مدد مددت مددا مددوا`)},
	page.List{Bits: uint64(onFailing), Words: strings.Fields(`
		ينجح تنجح فشل فشلت فشلوا فشله فشلها اخفق اخفقت اخفاق اخفاقه اخفاقها عجز عجزت عجزه عجزها`)},
	page.List{Bits: uint64(onRepresents), Words: strings.Fields(`
		مثل مثلت يمثل تمثل سيمثل ستمثل`)},
	page.List{Bits: uint64(onWish), Words: strings.Fields(`
		يريد تريد يريدون نريد اريد ارادت يرغب ترغب نرغب يود تود اقترح اقترحت يقترح تقترح`)},
	page.List{Bits: uint64(onNext), Words: strings.Fields(`
		موعد موعدا`)},
	page.List{Bits: stemSide, Words: strings.Fields(`
		حكومه معارضه نظام جبهه جبهات حزب تنظيم فصايل فصيل متمردون متمردين متمردو متمردي اطراف طرف طرفا طرفان طرفين جانب جانبان جانبين وفد وفود وفودا وفدي وفدا ممثلون ممثلين ممثلي ممثلو
		ممثل ممثله مسوولون مسوولين مسوولو مسوولي مفاوضون مفاوضين مفاوضو مفاوضي سلطات سلطه فرقاء جماعه جماعات قبيله قبايل قبيلتان قبيلتين احزاب حركه حركات
		قوي دول دوله زعماء زعيم قاده قايد قيادات قياده وزراء ضباط دبلوماسيون دبلوماسيين شخصيات مليشيا ميليشيات مليشيات ميلشيات ميلشيا مسلحون مسلحين جيش قوات تحالف ايتلاف
		مجلس هييه بعثه لجنه فريق وفدان وفدين مبعوث مبعوثون مبعوثين وسيط وسطاء منظمه برلمان رياسه اداره نواب مندوبون مندوبين مندوبو مندوبي مراقبون مراقبين اعضاء علماء وجهاء شيوخ اعيان
		حركتي حركتا حزبي حكومتي جماعتي جبهتي قبيلتي منظمتي منصه كتله تيار روساء سفراء خبراء امناء مجموعه مجتمع سكان اهالي ثوار مقاتلون مقاتلين ميليشيا شركاء حلفاء نظير نظيره نظيرها نظيريه نظرايه وزيري وزيرا
		وزيرين وزير رييس ملك امير امين مدير مستشار مستشاره سفير مندوب وزيره مسوول مسووله نايب عاهل بابا رييس بلدان بلدين دولتان
		دولتين زعيمان زعيمين وزيران ساسه سياسيون سياسيين جهات ناشطون ناشطين منظمات قيادي ضابط موفد دبلوماسي اكراد كرد عرب اوروبيون اوروبيين غرب شخصيه وجوه
		منافس منافسه خصم خصمه شريك شريكه غريمه`)},
	page.List{Bits: stemBoth, Words: strings.Fields(`
		طرفان طرفين جانبان جانبين بلدان بلدين دولتان دولتين حكومتان حكومتين قبيلتان قبيلتين زعيمان زعيمين وزيران وزيرين حركتان حركتين حزبان
		حزبين وفدان وفدين`)},
	page.List{Bits: stemCrowd, Words: strings.Fields(`
		زعماء مسوولين مسوولون وزراء قاده روساء ممثلين ممثلون مفاوضين مفاوضون نواب سفراء`)},
	page.List{Bits: stemSeeks, Words: strings.Fields(`
		دعا دعت دعوه دعوته دعوتها دعوات يدعو تدعو طالب طالبت مطالبه يطالب يجب ينبغي ضروره مبادره مقترح مقترحا مقترحات خطه جهود الجهود مساعي مساع مسعي يسعي
		تسعي سعي تفاوض التفاوض للتوصل التوصل ناقش ناقشا ناقشت بحث لبحث مفاوضات محادثات مباحثات مشاورات مساله موضوع امكانيه حث حثت يحث تحث عرض عرضا عرضت يعرض فرص اقتراح
		اقترح`)},
	page.List{Bits: stemPending, Words: strings.Fields(`
		حصول قرب قبل قبيل دون بدون عدم وعدم تتجه يتجه حال اذا لو يريد تريد نريد اراد ارادت يسعي تسعي سعي سعت سعيا يحاول تحاول حاول حاولت محاوله محاولات ينتظر تنتظر انتظار
		امل امله املها املهم املا يامل تامل نامل انتزاع شكك شككت يشكك تشكك شكوك اجل هدف بغيه سبيل سبيلها سبيله اصرار اصراره اصرارها اصر اصرت يصر تصر اشترط اشترطت يشترط تشترط استثناء يتوقع متوقع احتمال امكانيه فرص
		يدرس تدرس يرفض ترفض رفض رفضت رفضه رفضها`)},
	page.List{Bits: stemBacked, Words: strings.Fields(`
		مدعوم مدعومه مدعومين مدعومون مواليه موالين مواليين تابعه تابعين محسوبه مقربين داعمه`)},
	page.List{Bits: stemHonorific, Words: strings.Fields(`
		سيد سيده ساده ضيفه ضيفها ضيفيه مضيفه مضيفها دكتور شيخ جنرال لواء عميد سمو جلاله فخامه معالي كل`)},
	page.List{Bits: stemProvides, Words: strings.Fields(`
		ينص تنص نص نصت وينص وتنص ونص يقضي تقضي قضي قضت`)},
	page.List{Bits: stemAction, Words: strings.Fields(`
		اعاده اطلاق تسليم مغادره انسحاب سحب فتح رفع وقف ايقاف عوده ازاله تعهد التزام احترام محافظه اخلاء انهاء تشكيل اجراء افراج عدم منع ضمان تمكين منح حمايه
		توفير الغاء تجميد تفكيك نزع حل قيام عمل تحمل انخراط تخلي وفاء تاجيل استيناف استيناف بدء تقديم دعم مشاركه اتخاذ قبول توقف القاء دخول تنفيذ تطبيق
		اعلان مساعده بذل تدخل مواصله ضبط تقاسم اجلاء ادخال اخراج`)},
	page.List{Bits: uint64(onAsking), Words: strings.Fields(`
		طولب طولبت طولبوا دعيت مهله انذار انذارا`)},
	page.List{Bits: stemTask, Words: strings.Fields(`
		رحيل صرف دفع نشر رد كشف طرد بناء عزل نقل نبذ فك ترك وضع حصر فصل خفض زياده بقاء جلوس سماح ذهاب كف نزول خضوع خروج وصول رجوع لجوء جلاء
		حظر سن شطب محو قطع ربط ضم جمع هدم رسم كسر جلب عفو غلق سداد حفظ ضخ درء ردع لجم كبح بسط فرض شق طرح رعايه انصاف`)},
	page.List{Bits: stemCapital, Words: []string{"عاصمه"}},
	page.List{Bits: stemPlans, Words: strings.Fields(`
		مقرر مقترح اقتراح دعا دعت دعوا دعوه يدعو تدعو يسعي تسعي يعتزم تعتزم ترتيب يسمح يتوقع اتفق اتفقت اتفقا اتفقوا وافق وافقت وافقوا يمكن فكره امكانيه احتمال تحضير
		للتحضير قرر قررت قرروا خطط يخطط تخطط تسمح تتوقع نيه نيته نيتها عزم عزمه عزمها استعداد استعداده مستعد مستعده`)},
	page.List{Bits: stemAhead, Words: strings.Fields(`
		مقرر متوقع منتظر مرتقب مفترض محتمل مرجح يعتزم تعتزم يتوقع تتوقع ينتظر تنتظر يفترض تفترض ترجح تريد ينوي تنوي يمكن امل يامل قبل يريد قرر قررت يرجح ينبغي يجب مزمع`)},
)

// tells reports whether w (folded, without و) may tell something of a meeting after its
// noun or verb, as tail.go reads it.
func tells(w string) bool {
	switch w {
	case "مع", "بين", "بينهما", "بدعوه", "من", "بمن", "بما", "بينهم", "ابرزهم":
		return true
	}
	return gathers(w) || about(w) || centres(w) || set(w) || seat(w)
}

// wordBits are the bits of token i but for the lists of words: what follows from the
// word and its readings alone.
func wordBits(p *page.Page, i int) uint64 {
	w := p.Tokens[i].Word
	var bits uint64
	if namesTalks(p, i) {
		bits |= wordNames
	}
	if !p.Has(i, page.WordToken) {
		return bits
	}
	st := stem(w)
	bits |= stems.Of(st) | uint64(len(w)-len(st))/2<<cutShift | uint64(len(st)-len(root(st)))/2<<endShift
	if strings.HasPrefix(st, "تنصل") { // in all its forms
		bits |= uint64(onBreach)
	}
	bits |= readingBits(p, i)
	u := strings.TrimPrefix(w, "و")
	bits |= futureBits(u)
	if strings.HasPrefix(u, "ل") || aside(w, "اطار") || aside(w, "هامش") {
		bits |= wordTurning
	}
	if tells(u) {
		bits |= wordTail
	}
	if u == "دون" || u == "بدون" || yields(u) || strings.HasPrefix(u, "فشل") || u == "شلت" {
		bits |= wordYields
	}
	if bits&stemAction != 0 || actsLike(strings.TrimPrefix(strings.TrimPrefix(w, "ب"), "ل")) {
		bits |= wordAction
	}
	if joinsVerb(p, i) && !strings.HasPrefix(w, "ووف") { // ووفد الحركة
		bits |= wordJoinedVerb
	}
	if t, ok := tenseOf(p, i, nil); ok && st != "حركتي" && st != "حركتا" { // حركتي السنابل والينابيع
		bits |= wordVerb
		switch t {
		case arabic.Past:
			bits |= wordPast
		case arabic.Jussive:
			bits |= wordJussive
		}
	}
	return bits
}

// readingBits are the bits that the readings of token i give it.
func readingBits(p *page.Page, i int) uint64 {
	var bits uint64
	rs := p.Readings[i]
	for k := range rs {
		rd := &rs[k]
		if rd.Kinds.Has(lexicon.TalkWord) {
			bits |= wordTalks
		}
		people := wordAndPeople
		if rd.Conj == 0 {
			people |= wordPeople
		}
		own := rd.Own()
		for n := range own {
			switch s := &own[n]; {
			case s.Kind == lexicon.PeopleWord && rd.Det && rd.Prep == 0,
				s.Kind == lexicon.NisbaWord && rd.Det && rd.Prep == 0 && s.Count == arabic.Plural && !s.Feminine:
				bits |= people
			case s.Kind != lexicon.SpeechWord && s.Kind != lexicon.DeedWord:
			case s.Tense == arabic.Masdar:
				bits |= wordAction
			}
		}
	}
	if _, _, ok := speechWord(p, i, "demand"); ok {
		bits |= uint64(onAsking)
	}
	if _, _, ok := speechWord(p, i, "reject"); ok {
		bits |= wordRejects
	}
	switch stem(p.Tokens[i].Word) {
	case "تحفظ", "تحفظات", "تحفظه", "تحفظها", "تحفظاته", "تحفظاتها": // who has reservations has not refused
		bits &^= wordRejects
	case "استبعد", "استبعدت", "يستبعد", "تستبعد":
		bits |= wordRejects
	}
	if grants(p, i) {
		bits |= wordGrants
	}
	return bits
}

// grants reports whether token i is a word of granting what was asked.
func grants(p *page.Page, i int) bool {
	switch stem(p.Tokens[i].Word) {
	case "وافق", "وافقت", "وافقوا", "قبل", "قبلت", "قبلوا", "استجاب", "استجابت", "موافقه", "موافقته", "قبول", "استجابه":
	case "يوافق", "توافق", "يوافقوا", "يستجب", "تستجب", "يستجيبوا": // لم يوافق
		return true
	default:
		return false
	}
	_, s, ok := p.Find(i, lexicon.SpeechWord, func(rd lexicon.Reading, s lexicon.Sense) bool {
		e := &p.Lex.Speech[s.Entry]
		return e.Act == "accept" && e.Class == "accept" && !rd.Undet
	})
	return ok && s.Tense != arabic.Participle
}

// futureBits are the bits of w (folded, without و) as a word for what the speakers
// will do or go on with.
func futureBits(w string) uint64 {
	if len(w) < 10 {
		return 0
	}
	switch rest, we := strings.CutPrefix(w, "سن"); {
	case we && goesOn(rest):
		return wordGoesOn
	case strings.HasPrefix(w, "ستواصل"), strings.HasPrefix(w, "سيواصل"), strings.HasPrefix(w, "ستستمر"), strings.HasPrefix(w, "سيستمر"):
		return wordWillGoOn
	case strings.HasPrefix(w, "ست") && givesIn(w[4:]), strings.HasPrefix(w, "سي") && givesIn(w[4:]):
		return wordWillGive
	case w == "مستعدون", w == "مستعدين":
		return wordReady
	}
	return 0
}

// givesIn reports whether w, a verb without the letters of its tense, is one of doing what the other
// side of talks wishes.
func givesIn(w string) bool {
	for _, v := range [...]string{"سمح", "عمل", "بذل", "لتزم", "نسحب", "سحب", "فرج", "سلم", "وقف", "جمد", "وفر", "نفذ", "حترم", "وقع", "ضمن", "بقي", "بقون"} {
		if strings.HasPrefix(w, v) {
			return true
		}
	}
	return false
}

// goesOn reports whether w is a verb of going on or giving.
func goesOn(w string) bool {
	for _, v := range [...]string{"واصل", "تابع", "ستمر", "عمل", "لتزم", "وفر", "قدم", "دعم", "نفذ", "حترم", "سحب", "فرج", "سلم", "وقف"} {
		if strings.HasPrefix(w, v) {
			return true
		}
	}
	return false
}

// namesTalks reports whether a phrase of the tables of talks may begin with token i.
func namesTalks(p *page.Page, i int) bool {
	if p.Begins(i, lexicon.CueTable) || p.Begins(i, lexicon.ProcessTable) || p.Begins(i, lexicon.TalkTable) {
		return true
	}
	if !p.Has(i, page.OfficeWord) {
		return false
	}
	o, ok := p.Lex.Office(delegationHead)
	if !ok {
		return false
	}
	if begunBy(p.Tokens[i].Word, o.Name) {
		return true
	}
	for _, name := range o.Aliases {
		if begunBy(p.Tokens[i].Word, name) {
			return true
		}
	}
	return false
}

// begunBy reports whether w (folded), particles before it or not, is the first word
// of name.
func begunBy(w, name string) bool {
	first, _, _ := strings.Cut(name, " ")
	return strings.HasSuffix(w, arabic.Fold(first))
}
