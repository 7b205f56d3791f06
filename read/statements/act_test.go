package statements_test

import (
	"strings"
	"testing"
)

// acts are what somebody says and what his words do, with their modality after a stroke
// where they are not simply asserted.
const acts = `
الحركة مسؤولة عن انهيار الهدنة | accuse
الحركة مسؤولة عن إدارة المدينة | state
الحداد مسؤول في الحركة | state
الحركة خرقت الهدنة | accuse
الحركة ستدفع الثمن | threaten/future
الحركة ستدفع الرواتب | expect/future
بلاده لن تقبل بالتقسيم | reject/negated
بلاده لن تشارك في الجولة | announce/negated
التقرير لا أساس له من الصحة | deny/negated
الخطة لا تنص على الانسحاب | state/negated
الأنباء عن انسحاب الوفد غير صحيحة | deny
بلاده جاهزة للحوار | propose
الوثيقة باتت جاهزة | state
على الحركة أن تنسحب | demand
على الطاولة خطة جديدة | state
على كل من يريد السلام أن يلقي سلاحه | demand
على أي طرف يخشى الحرب أن يعود إلى الحوار | demand
على الفصائل التي وقعت الاتفاق أن تنسحب | demand
على كل طاولة ملفا | state
على أي خريطة تظهر الحدود | state
على من يرى أن الحوار عبث ملفات كثيرة | state
الجانب السوري لن يقبل بالتقسيم | expect/negated
بلاده لن تتنازل عن حقها في المياه | reject/negated
بلاده لن تتراجع عن موقفها | reject/negated
الطرف الآخر لن يتراجع عن موقفه | expect/negated
بلاده ترحب بالخطة | accept
بلاده قررت سحب قواتها | announce
انهيار الهدنة سيؤدي إلى كارثة | warn/future
نجاح الهدنة سيؤدي إلى اتفاق | expect/future
الجولة قد تنجح | expect/hypothetical
من المحتمل أن تنجح الجولة | expect/hypothetical
من المتوقع أن تنجح الجولة | expect/future
الأفكار التي يمكن القبول بها موجودة | expect
المتمردين موافقون على الخطة | accept
بلاده ستحترم الاتفاق | pledge/future
الحكومة ستواصل الحوار | pledge/future
تلك الاجتماعات ستواصل الجهود | announce/future
`

func TestActs(t *testing.T) {
	for _, line := range strings.Split(strings.TrimSpace(acts), "\n") {
		said, want, _ := strings.Cut(line, " | ")
		if !strings.Contains(want, "/") {
			want += "/asserted"
		}
		r := readAll(t, lead+"وقال الحداد إن "+said+".")
		if len(r.Statements) == 0 {
			t.Errorf("nothing read in %q", said)
			continue
		}
		if s := r.Statements[0]; s.Act+"/"+s.Modal != want {
			t.Errorf("%q: want %s, read %s/%s", said, want, s.Act, s.Modal)
		}
	}
}

// ofNation are what the minister of a country says of his own side and of others.
const ofNation = `
الجانب السوري لن يقبل بالتقسيم | reject
الحكومة السورية لن تتراجع عن موقفها | reject
القوات السورية ستنسحب غدا | announce
الجانب اللبناني لن يقبل بالتقسيم | expect
التاجر السوري لن يقبل بالأسعار | expect
`

func TestOwnNation(t *testing.T) {
	for _, line := range strings.Split(strings.TrimSpace(ofNation), "\n") {
		said, want, _ := strings.Cut(line, " | ")
		r := readAll(t, "وقال وزير النقل السوري سالم نادر إن "+said+".")
		if len(r.Statements) == 0 || r.Statements[0].Act != want {
			t.Errorf("%q: want %s, read %+v", said, want, r.Statements)
		}
	}
}

// marked are words with a short quotation in them and whether it makes them mixed.
const marked = `
المدينة "في مفترق طرق" | mixed
الحكومة تشعر "بقلق بالغ" من القصف | mixed
الجولة "إنجاز كبير" للطرفين | mixed
الطرفين أجريا "محادثات صعبة" أمس | mixed
الجولة كانت "مثمرة" | mixed
اللقاء كان "مفيدا" للطرفين | mixed
الطرفين بحثا "خفض التصعيد" أمس | indirect
اللجنة ناقشت "خطة العمل" أمس | indirect
الطرفين اتفقا على "هدنة إنسانية" | indirect
المجلس بحث "الوثيقة الجديدة" أمس | indirect
الطرفين أفرجا عن "أسرى" أمس | indirect
حزب "العدالة" غاب عن الجولة | indirect
`

func TestShortQuotations(t *testing.T) {
	for _, line := range strings.Split(strings.TrimSpace(marked), "\n") {
		said, want, _ := strings.Cut(line, " | ")
		r := readAll(t, lead+"وقال الحداد إن "+said+".")
		if len(r.Statements) == 0 || r.Statements[0].Mode != want {
			t.Errorf("%q: want %s, read %+v", said, want, r.Statements)
		}
	}
}

// spoken are words between marks and what they do.
const spoken = `
نحذر من انهيار الهدنة | warn
لم نحذر أحدا | state
ندين هذا الهجوم | criticise
نشكر الوسطاء على جهودهم | praise
نتعهد بحماية المدنيين | pledge
سنرد بقوة على أي خرق | threaten
سنصل غدا | announce
هذا كلام غير صحيح | deny
الطريق طويل | state
`

func TestSpokenActs(t *testing.T) {
	for _, line := range strings.Split(strings.TrimSpace(spoken), "\n") {
		said, want, _ := strings.Cut(line, " | ")
		r := readAll(t, lead+"وقال الحداد: \""+said+"\".")
		if len(r.Statements) == 0 || r.Statements[0].Act != want || r.Statements[0].Mode != "direct" {
			t.Errorf("%q: want %s, read %+v", said, want, r.Statements)
		}
	}
}
