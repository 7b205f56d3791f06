package figures

// The rules, by their stable ids. Each has sentences that it must read and
// sentences that it must leave alone in testdata.
const (
	ruleCount     = "figures.count"     // 20 شخصا، أربع مناطق
	rulePartitive = "figures.partitive" // ستة من حراسه، العشرات من المسلحين
	ruleBare      = "figures.bare"      // مقتل 20 وإصابة أكثر من عشرين
	ruleDefinite  = "figures.definite"  // الدول الست، اللجان الخمس
	ruleDual      = "figures.dual"      // مقتل جنديين، حكومتين
	ruleSingle    = "figures.single"    // جندي واحد، أحد أفراد القبيلة
	rulePercent   = "figures.percent"   // 80 في المئة من مساحته
	ruleRange     = "figures.range"     // بين 270 ألفا و330 ألف
	ruleBound     = "figures.bound"     // أكثر من 1340، لا يتجاوز 10 آلاف
	ruleVague     = "figures.vague"     // عشرات الآلاف من النازحين
)

// Rules lists the ids of all rules.
func Rules() []string {
	return []string{ruleCount, rulePartitive, ruleBare, ruleDefinite, ruleDual, ruleSingle, rulePercent, ruleRange, ruleBound, ruleVague}
}
