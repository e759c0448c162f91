import java.io.File;
import java.io.FileInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Validates files with veraPDF: java Judge.java PROFILE,PROFILE FILE... Ends with 1 on any failure. */
public class Judge {
    public static void main(String[] said) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        List<PDFAFlavour> profiles = new ArrayList<>();
        for (String id : said[0].split(",")) {
            PDFAFlavour profile = PDFAFlavour.byFlavourId(id);
            if (profile == PDFAFlavour.NO_FLAVOUR) {
                throw new IllegalArgumentException("no profile " + id);
            }
            profiles.add(profile);
        }
        boolean good = said.length > 1;
        for (int at = 1; at < said.length; at++) {
            for (PDFAFlavour profile : profiles) {
                good &= keeps(new File(said[at]), profile);
            }
        }
        System.exit(good ? 0 : 1);
    }

    private static boolean keeps(File file, PDFAFlavour profile) throws Exception {
        try (InputStream stream = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(stream, profile);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(profile, 100, true, false, false)) {
            ValidationResult result = validator.validate(parser);
            Map<String, Integer> failures = new TreeMap<>();
            for (TestAssertion one : result.getTestAssertions()) {
                if (one.getStatus() == TestAssertion.Status.FAILED) {
                    String rule = one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber();
                    failures.merge(
                            rule + " " + one.getMessage() + " at " + one.getLocation().getContext(), 1, Integer::sum);
                }
            }
            boolean good = result.isCompliant() && result.getTotalAssertions() > 0;
            System.out.printf(
                    "%s %s %s (%d checks)%n",
                    good ? "pass" : "FAIL", profile.getId(), file.getName(), result.getTotalAssertions());
            failures.forEach((words, count) -> System.out.println("  " + count + " x " + words));
            return good;
        }
    }
}
