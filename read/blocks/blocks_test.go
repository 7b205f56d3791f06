package blocks

import (
	"strings"
	"testing"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/text"
)

// lead and body are paragraphs of an invented article; cases put things around them.
const (
	lead = "أعلن الوسيط في محادثات وادي القمر أن الطرفين اتفقا على هدنة مدتها عشرة أيام تبدأ صباح غد."
	body = "وقال المتحدث باسم وفد السهل سالم الأحمر إن وفده سيعود إلى مدينة النجم إذا التزم الطرف الآخر بما وقع عليه."
	more = "وأضاف أن تبادل الأسرى سيبدأ بعد يومين من دخول الهدنة حيز التنفيذ بإشراف لجنة من الوسطاء."
	head = "اتفاق على هدنة في وادي القمر"
)

// split runs Split on src with the dates that stand in it, words to EDTF.
func split(src string, given string, dates map[string]string) ([]fact.Block, string, text.Published) {
	doc := &text.Document{Text: src}
	if given != "" {
		doc.Published = text.Published{EDTF: given, Basis: text.Given}
	}
	var ds []fact.Date
	for at := 0; at < len(src); at++ {
		for w, v := range dates {
			if strings.HasPrefix(src[at:], w) {
				d := fact.Date{Span: text.Span{Start: at, End: at + len(w)}, EDTF: v}
				if strings.HasSuffix(w, "هـ") {
					d.Rule = "dates.hijri"
				}
				ds = append(ds, d)
			}
		}
	}
	bs, title, pub := Split(doc, arabic.New(src), ds)
	return bs, title.In(src), pub
}

// shape writes blocks as "kind" or "-reason", in order.
func shape(bs []fact.Block) string {
	var out []string
	for _, b := range bs {
		switch b.Kind {
		case fact.Boilerplate:
			out = append(out, "-"+b.Reason)
		default:
			out = append(out, string(b.Kind))
		}
	}
	return strings.Join(out, " ")
}

func TestShapes(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"plain", head + "\n\n" + lead + "\n" + body, "title paragraph paragraph"},
		{"one line", lead, "paragraph"},
		{"one line without a stop", "قال سالم الأحمر إن الهدنة قائمة", "paragraph"},
		{"short title", "هدنة وهدنة\n\n" + lead, "title paragraph"},
		{"title that asks", "هل تصمد الهدنة في وادي القمر بعد كل ما جرى؟\n\n" + lead + "\n" + body, "title paragraph paragraph"},
		{"no title", lead + "\n" + body, "paragraph paragraph"},
		{"byline", head + "\n\nليلى الخضراء\nمدينة النجم\n" + lead, "title paragraph paragraph paragraph"},
		{"repeated title", head + "\n\n" + lead + "\n\n" + head + "\n\n" + body, "title paragraph -repeat paragraph"},
		{"repeated lead", head + "\n" + lead + "\n" + lead + "\n" + body, "title paragraph -repeat paragraph"},
		{"a lead that adds words is no repeat", head + "\n" + lead + "\n" + strings.TrimSuffix(lead, ".") + " برعاية الوسطاء.\n", "title paragraph paragraph"},
		{"navigation", "الاخبار\nالتصويت\nالقائمة البريدية\nاشترك في قائمة أخبار القمر البريدية مجانا\nالاسم\nتابعونا\n\n" + head + "\n\n" + lead, "-navigation -poll -subscription -subscription -subscription -share title paragraph"},
		{"comments", head + "\n\n" + lead + "\n\nالتعليقات (3)", "title paragraph -comments"},
		{"see also at the end", head + "\n" + lead + "\n" + body + "\nشاهد أيضاً\nلقاء في مدينة النجم بين الوفدين\nالتقى الوفدان أمس واتفقا على هدنة …", "title paragraph paragraph -related -related -related"},
		{"interstitial teaser", head + "\n" + lead + "\nموضوع يهمك\n?\nشيع أهالي السهل قتلاهم وسط حضور كثيف، ثم…\nتشييع قتلى السهل\n" + body + "\n" + more + "\n" + strings.Replace(more, "يومين", "شهرين", 1), "title paragraph -related -furniture -related -related paragraph paragraph paragraph"},
		{"see also with its headline", head + "\n" + lead + "\nاقرأ أيضا: لقاء في مدينة النجم\n" + body, "title paragraph -related paragraph"},
		{"a sentence that begins so", head + "\n" + lead + "\nشاهد أيضا المراقبون دبابات تنسحب من السهل.\n" + body, "title paragraph paragraph paragraph"},
		{"headlines in bullets", head + "\n" + lead + "\n" + body + "\n • الجيش ينفي التنسيق مع فصائل السهل\n • لجنة الأسرى تشترط ضمانات مكتوبة\n • تعليقات الفيس بوك", "title paragraph paragraph -related -related -comments"},
		{"terms in bullets", head + "\n" + lead + "\nوينص الاتفاق على ما يلي:\n • وقف إطلاق النار في السهل والجبل\n • تبادل الأسرى خلال عشرة أيام", "title paragraph paragraph paragraph paragraph"},
		{"terms after a word", head + "\n" + lead + "\nوتضمن الاتفاق البنود التالية.\n- وقف إطلاق النار في السهل والجبل\n- تبادل الأسرى خلال عشرة أيام", "title paragraph paragraph paragraph paragraph"},
		{"subheading", head + "\n" + lead + "\nتبادل الأسرى\n" + more, "title paragraph heading paragraph"},
		{"headline of another article", head + "\n" + lead + "\nزلزال عنيف يضرب جزر البحر البعيدة فجرا\n" + more + "\n" + body, "title paragraph -related paragraph paragraph"},
		{"long subheading", head + "\n" + lead + "\nتبادل الأسرى بعد يومين من دخول الهدنة\n" + more + "\n" + body, "title paragraph heading paragraph paragraph"},
		{"caption", head + "\n" + lead + "\nالمبعوث نادر الأزرق\n" + body, "title paragraph -caption paragraph"},
		{"shortcode", head + "\n" + lead + "\n[map-card region=”XY” last-update=”2020-01-01″]\n" + body, "title paragraph -shortcode paragraph"},
		{"shortcode in a line", head + "\n[caption id=”7″]" + lead + "[/caption]\n" + body, "title -shortcode paragraph -shortcode paragraph"},
		{"brackets of the writer", head + "\n" + strings.Replace(lead, "الطرفين", "الطرفين [السهل والجبل]", 1), "title paragraph"},
		{"rest of a tag", head + "\n" + lead + "\nalt=\"الوفدان في القاعة\" />\n" + body, "title paragraph -markup paragraph"},
		{"link of the page at the end of a line", head + "\n" + lead + " رابط الخبر بصحيفة القمر: اتفاق على هدنة", "title paragraph -related"},
		{"tags", head + "\n" + lead + "\nسمات القمر السهل هدنة", "title paragraph -tags"},
		{"hash tags", head + "\n" + lead + "\n#هدنة #وادي_القمر", "title paragraph -tags"},
		{"address", head + "\n" + lead + "\nwriter@example.org", "title paragraph -contact"},
		{"pull quote on its own line", head + "\n" + lead + "\nوقال الأحمر \"لن نعود إلى مدينة النجم قبل إطلاق الأسرى\".\n\"لن نعود إلى مدينة النجم قبل إطلاق الأسرى\"\nسالم الأحمر المتحدث باسم وفد السهل\n" + more, "title paragraph paragraph -repeat -caption paragraph"},
		{"pull quote before its sentence", head + "\n" + lead + "\n\"لن نعود إلى مدينة النجم قبل إطلاق الأسرى\"\nسالم الأحمر المتحدث باسم وفد السهل\nوقال الأحمر \"لن نعود إلى مدينة النجم قبل إطلاق الأسرى\".", "title paragraph -repeat -caption paragraph"},
		{"pull quote at the end of a paragraph", head + "\n" + lead + "\nوقال الأحمر \"لن نعود إلى مدينة النجم قبل إطلاق الأسرى\".\n" + more + " \"لن نعود إلى مدينة النجم قبل إطلاق الأسرى\"\nسالم الأحمر المتحدث باسم وفد السهل\n" + body, "title paragraph paragraph paragraph -repeat -caption paragraph"},
		{"a quotation said once", head + "\n" + lead + "\n\"لن نعود إلى مدينة النجم قبل إطلاق الأسرى\"\n" + more, "title paragraph paragraph paragraph"},
		{"section above the title", "سياسة قمرية\n\n" + head + " بعد قتال طويل\n\n" + lead, "-navigation title paragraph"},
		{"caption with its credit", head + "\n\nاستقبل الوسيط رئيسي الوفدين في القاعة الكبرى- تويتر\n" + lead + "\nالوفدان في القاعة (رويترز)\n" + body, "title -caption paragraph -caption paragraph"},
		{"a sentence with an agency", head + "\n" + lead + "\nوقال الوسيط لوكالة رويترز إن الهدنة قائمة", "title paragraph paragraph"},
		{"alternative text and caption", head + "\n\nوسط مدينة النجم\nوسط مدينة النجم\n\n" + lead, "title -caption -caption paragraph"},
		{"ticker", "انتهاء حصاد القمح في السهل    لقاء بين وزيري الري    ارتفاع أسعار الوقود في الجبل    افتتاح جسر النجم الكبير    فوز فريق القمر\n\n" + head + "\nنشر في القمر يوم أمس\n\n" + lead, "-navigation title paragraph paragraph"},
		{"wide gaps between sentences", head + "\n" + strings.Join([]string{lead, body, more, lead}, "    "), "title paragraph"},
		{"a crawl with its navigation", "بث مباشر\n00:00\n01:00\nبرنامج المساء\n02:30 GMT\n150 د\nدراسة جديدة: القراءة قبل النوم تطيل العمر سنوات\nأمس\nاليوم\n\n" + head + " لعشرة أيام بين الطرفين\n\n" + lead + "\n" + body, "-navigation -furniture -furniture -navigation -furniture -furniture -navigation -navigation -navigation title paragraph paragraph"},
		{"names above the title", "رئيس مجلس الإدارة والتحرير\nنادر الأزرق\nرئيس مجلس الإدارة والتحرير\nنادر الأزرق\n\n" + head + "\n\n" + lead, "-navigation -navigation -navigation -navigation title paragraph"},
		{"captions of a broadcaster", head + "\n\nصدر الصورة، وكالة القمر\nالتعليق على الصورة، الوفدان في القاعة\n" + lead, "title -caption -caption paragraph"},
		{"name of a picture file", head + "\n203105041234_20.jpg\n" + lead, "title -caption paragraph"},
		{"rules for readers", head + "\n" + lead + "\n" + body + "\nكلمات البحث :هدنة;القمر\nنعلم قراءنا الأعزاء أنه لا يتم إدراج سوى التعليقات البناءة\nو نشكر لكم تفهمكم.", "title paragraph paragraph -tags -comments -comments"},
		{"share in Latin letters", head + "\n" + lead + "\nShare\nTweet", "title paragraph -furniture -furniture"},
	} {
		bs, _, _ := split(c.src, "2031-05-04", nil)
		if got := shape(bs); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestPublication(t *testing.T) {
	const day = "الأحد، 4 أيار 2031"
	dates := map[string]string{"4 أيار 2031": "2031-05-04", "6 أيار 2031": "2031-05-06", "4/5/2031": "2031-05-04", "13 محرم 1453 هـ": "2031-05-05"}
	for _, c := range []struct {
		name, src, given, want string
		basis                  text.Basis
	}{
		{"bare day", head + "\n" + day + "\n" + lead, "", "2031-05-04", text.Stated},
		{"morning", head + "\n" + day + " 10:57 ص\n" + lead, "", "2031-05-04T10:57", text.Stated},
		{"evening", head + "\n" + day + " - 12:09 م\n" + lead, "", "2031-05-04T12:09", text.Stated},
		{"afternoon", head + "\nنشر في: 4/5/2031 - 3:05 مساء\n" + lead, "", "2031-05-04T15:05", text.Stated},
		{"zone", head + "\nنشر في 4/5/2031 الساعة 22:30 بتوقيت غرينتش\n" + lead, "", "2031-05-04T22:30Z", text.Stated},
		{"offset", head + "\n" + day + " 14:00 (GMT+0400)\n" + lead, "", "2031-05-04T14:00+04:00", text.Stated},
		{"published over updated", head + "\nآخر تحديث: 6 أيار 2031\nنشر في: 4 أيار 2031\n" + lead, "", "2031-05-04", text.Stated},
		{"updated only", head + "\nآخر تحديث: 6 أيار 2031 - 08:00\n" + lead, "", "2031-05-06T08:00", text.Stated},
		{"agency's lead", head + "\nمدينة النجم 4 أيار 2031 (وكالة) -- " + lead, "", "2031-05-04", text.Stated},
		{"lead in two calendars", head + "\nالنجم 13 محرم 1453 هـ – الموافق 4 أيار 2031 (وكالة) – " + lead, "", "2031-05-04", text.Stated},
		{"a date in the lead is none", head + "\n" + strings.Replace(lead, "صباح غد", "في 4 أيار 2031", 1), "", "", text.Unknown},
		{"a date in a later paragraph is none", head + "\n" + lead + "\n" + strings.Replace(body, "إن", "في 4 أيار 2031 إن", 1), "", "", text.Unknown},
		{"given and stated agree", head + "\n" + day + " 10:57 ص\n" + lead, "2031-05-04", "2031-05-04T10:57", text.Stated},
		{"given wins", head + "\n" + day + "\n" + lead, "2031-05-05", "2031-05-05", text.Given},
		{"foot", head + "\n" + lead + "\n" + body + "\n" + more + "\n// انتهى //\n" + day, "", "2031-05-04", text.Stated},
		{"shortcode does not date", head + "\n" + lead + "\n[map-card last-update=”4/5/2031″]", "", "", text.Unknown},
	} {
		bs, _, pub := split(c.src, c.given, dates)
		if pub.EDTF != c.want || pub.Basis != c.basis {
			t.Errorf("%s: %q %s, want %q %s (%s)", c.name, pub.EDTF, pub.Basis, c.want, c.basis, shape(bs))
		}
		if pub.Basis == text.Stated && len(pub.Evidence) != 1 {
			t.Errorf("%s: no evidence", c.name)
		}
	}
}

func TestAnchors(t *testing.T) {
	anchors := func(bs []fact.Block) string {
		var out []string
		for _, b := range bs {
			out = append(out, strings.TrimPrefix(b.Anchor, "2031-05-"))
		}
		return strings.Join(out, " ")
	}
	dates := map[string]string{"6 أيار 2031": "2031-05-06"}
	// 4 May 2031 is a Sunday
	const (
		sunday  = "وقال الوسيط مساء اليوم الأحد إن الوفدين غادرا القاعة دون اتفاق على موعد جديد."
		monday  = "وقال متحدث آخر إن المحادثات فشلت أمس الأحد في التوصل إلى اتفاق ينهي القتال في السهل."
		splice  = "تحت تهديد بالقصف جرت الجولة الرابعة من محادثات «وادي القمر» التي أعلن الطرفان فشلها."
		quoted  = "وقال الأحمر «التقينا أمس الثلاثاء في مدينة النجم ولن نلتقي اليوم الخميس أبدا»."
		undated = "وذكرت مصادر في السهل أن القصف تجدد أمس بعد ساعات من الهدوء."
	)
	for _, c := range []struct{ name, src, given, want string }{
		{"one day", head + "\n\n" + sunday + "\n\n" + undated, "2031-05-04", "04 04 04"},
		{"no day given", head + "\n\n" + sunday, "", " "},
		{"spliced", head + "\n\n" + sunday + "\n\n" + more + "\n\n" + splice + "\n" + body + "\n" + monday + "\n" + undated, "2031-05-04", "04 04 04 05 05 05 05"},
		{"written the day after", head + "\n\n" + monday + "\n\n" + undated, "2031-05-04", "05 05 05"},
		{"quoted words do not count", head + "\n\n" + sunday + "\n\n" + quoted, "2031-05-04", "04 04 04"},
		{"the day before yesterday", head + "\n\nوكان الوفدان قد التقيا أول من أمس الجمعة في مدينة النجم بحضور الوسيط.\n", "2031-05-04", "04 04"},
		{"a second dateline", head + "\n\n" + sunday + "\n\nلقاء آخر في مدينة النجم\nالثلاثاء 6 أيار 2031\n" + undated + "\n" + body, "2031-05-04", "04 04 06 06 06 06"},
	} {
		bs, _, _ := split(c.src, c.given, dates)
		if got := anchors(bs); got != c.want {
			t.Errorf("%s: %q, want %q (%s)", c.name, got, c.want, shape(bs))
		}
	}
}

// FuzzSplit holds that blocks are in order, do not overlap, and leave out no visible letter.
func FuzzSplit(f *testing.F) {
	f.Add(head+"\n\n"+lead+"\n[x-y a=b]\r\n"+body+" alt=\"ا\" />", "2031-05-04")
	f.Add("شاهد أيضا\n•\u200f ا\n\"ا ب ج د ه و\"\n<p>", "")
	f.Fuzz(func(t *testing.T, src, given string) {
		src = strings.ToValidUTF8(src, "\ufffd")
		doc := &text.Document{Text: src, Published: text.Published{EDTF: given, Basis: text.Given}}
		bs, _, _ := Split(doc, arabic.New(src), []fact.Date{{Span: text.Span{Start: 0, End: min(4, len(src))}, EDTF: "2031-05-04"}})
		at := 0
		for _, b := range bs {
			if b.Start < at || b.End <= b.Start || b.End > len(src) {
				t.Fatalf("block [%d,%d) after %d of %d", b.Start, b.End, at, len(src))
			}
			if strings.TrimFunc(src[at:b.Start], unseen) != "" {
				t.Fatalf("%q is in no block", src[at:b.Start])
			}
			at = b.End
		}
		if strings.TrimFunc(src[at:], unseen) != "" {
			t.Fatalf("%q is in no block", src[at:])
		}
	})
}

func BenchmarkSplit(b *testing.B) {
	src := head + "\n\n" + strings.Repeat(lead+"\n"+body+"\nتبادل الأسرى\n"+more+"\n", 50)
	doc := &text.Document{Text: src, Published: text.Published{EDTF: "2031-05-04"}}
	t := arabic.New(src)
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		Split(doc, t, nil)
	}
}
