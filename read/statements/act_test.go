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
