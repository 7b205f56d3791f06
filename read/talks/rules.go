package talks

// The rules, by their stable ids. Each has sentences that it must read and
// sentences that it must leave alone in testdata/rules.
const (
	ruleNoun       = "talks.noun"       // جولة ثانية من المحادثات في …، زيارة فلان إلى …
	ruleVerb       = "talks.verb"       // التقى فلان فلانا، زار فلان …
	rulePress      = "talks.press"      // في مؤتمر صحفي مع نظيره
	ruleSigning    = "talks.signing"    // وقع الطرفان اتفاقا في …
	ruleAttendance = "talks.attendance" // قاطعت المعارضة الجولة

	ruleDemand       = "talks.demand"       // طالب فلان فلانا ب…
	ruleCondition    = "talks.condition"    // والشروط هي … و…
	ruleObligation   = "talks.obligation"   // على فلان أن …
	rulePrecondition = "talks.precondition" // لن نعود قبل …
	ruleAsking       = "talks.asking"       // مطالبين ب…

	rulePledge       = "talks.pledge"        // تعهد فلان ب…
	ruleOwnFuture    = "talks.own-future"    // سنواصل …
	ruleConsent      = "talks.consent"       // وافق فلان على …
	ruleBinding      = "talks.binding"       // ضمانات ب…، التزام … ب…
	ruleAgreement    = "talks.agreement"     // اتفق فلان وفلان على …
	ruleTruceBind    = "talks.truce-bind"    // أعلن فلان هدنة
	ruleBreach       = "talks.breach"        // أخلت بالتزاماتها
	ruleBreachDenied = "talks.breach-denied" // نفت انتهاك الهدنة
	ruleKeeping      = "talks.keeping"       // استكمال الانسحاب

	ruleMechanism   = "talks.truce-mechanism"   // لجنة لمراقبة الهدنة
	ruleTruceBreach = "talks.truce-breach"      // خرق الهدنة
	ruleFailing     = "talks.truce-failing"     // فشل تطبيق الهدنة
	ruleTruceEnd    = "talks.truce-end"         // انهيار الهدنة
	ruleExtension   = "talks.truce-extension"   // تمديد الهدنة
	ruleProposal    = "talks.truce-proposal"    // دعا إلى هدنة
	ruleDeclaration = "talks.truce-declaration" // أعلن هدنة
	ruleHolding     = "talks.truce-holding"     // سريان الهدنة
)

// Rules lists the ids of all rules.
func Rules() []string {
	return []string{ruleNoun, ruleVerb, rulePress, ruleSigning, ruleAttendance,
		ruleDemand, ruleCondition, ruleObligation, rulePrecondition, ruleAsking,
		rulePledge, ruleOwnFuture, ruleConsent, ruleBinding, ruleAgreement, ruleTruceBind, ruleBreach, ruleBreachDenied, ruleKeeping,
		ruleMechanism, ruleTruceBreach, ruleFailing, ruleTruceEnd, ruleExtension, ruleProposal, ruleDeclaration, ruleHolding}
}
