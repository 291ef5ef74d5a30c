package org.kartoteka.core.internal.privacy;

import java.lang.reflect.Proxy;
import java.util.List;
import org.kartoteka.core.internal.CoreFixture;
import org.kartoteka.core.internal.data.Acts;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Personal data in the core, put together by hand; no other bundle holds any. */
public final class PrivacyFixture {

  public final DataHolders holders;
  public final ConsentsService consents;
  public final PersonalDataRightsService rights;

  public PrivacyFixture(CoreFixture core) {
    Acts acts = new Acts(core.clock, core.user);
    Subjects subjects =
        new Subjects(
            core.unitOfWork,
            core.messages,
            core.user,
            core.persons,
            core.partyScopes,
            core.history);
    holders = new DataHolders(new DeclaredPlaces(noBundles(), core.unitOfWork, core.clock));
    holders.bindHolder(new CorePersonalData(core.unitOfWork, core.attachments, acts));
    consents =
        new ConsentsService(
            core.unitOfWork, core.user, subjects, core.attachments, core.history, core.audit, acts);
    rights =
        new PersonalDataRightsService(
            core.unitOfWork,
            core.user,
            core.user,
            core.user,
            core.messages,
            subjects,
            holders,
            texts -> List.of(),
            core.audit,
            core.journal,
            acts);
  }

  private static BundleContext noBundles() {
    return (BundleContext)
        Proxy.newProxyInstance(
            BundleContext.class.getClassLoader(),
            new Class<?>[] {BundleContext.class},
            (self, method, arguments) -> new Bundle[0]);
  }
}
