package org.kartoteka.core.internal;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.persistence.EntityManagerFactory;
import org.kartoteka.core.api.duplicate.Duplicates;
import org.kartoteka.core.api.handover.Handovers;
import org.kartoteka.core.api.merge.Merges;
import org.kartoteka.core.api.note.Notebook;
import org.kartoteka.core.api.party.PartyGate;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.api.register.Registers;
import org.kartoteka.core.internal.admission.AdmissionFacts;
import org.kartoteka.core.internal.admission.AdmissionStore;
import org.kartoteka.core.internal.admission.AdmissionsService;
import org.kartoteka.core.internal.bulk.BulkActsService;
import org.kartoteka.core.internal.bulk.BulkDeeds;
import org.kartoteka.core.internal.bulk.BulkParties;
import org.kartoteka.core.internal.bulk.BulkStore;
import org.kartoteka.core.internal.bulk.OwnerShares;
import org.kartoteka.core.internal.criteria.PartyConditions;
import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.core.internal.custom.BuildCustomFieldIndexes;
import org.kartoteka.core.internal.custom.CustomConditions;
import org.kartoteka.core.internal.custom.CustomFieldBook;
import org.kartoteka.core.internal.custom.CustomFieldIndexes;
import org.kartoteka.core.internal.custom.CustomFieldNews;
import org.kartoteka.core.internal.custom.CustomFieldUse;
import org.kartoteka.core.internal.custom.CustomFieldsService;
import org.kartoteka.core.internal.custom.CustomOrders;
import org.kartoteka.core.internal.data.Acts;
import org.kartoteka.core.internal.data.CoreRecords;
import org.kartoteka.core.internal.data.DefaultCountry;
import org.kartoteka.core.internal.data.Diary;
import org.kartoteka.core.internal.data.MassWriting;
import org.kartoteka.core.internal.data.Names;
import org.kartoteka.core.internal.duplicate.CardKeys;
import org.kartoteka.core.internal.duplicate.DuplicatePairs;
import org.kartoteka.core.internal.duplicate.DuplicateSearch;
import org.kartoteka.core.internal.duplicate.DuplicatesService;
import org.kartoteka.core.internal.duplicate.Profiles;
import org.kartoteka.core.internal.duplicate.SimilarCards;
import org.kartoteka.core.internal.exchange.ExportStore;
import org.kartoteka.core.internal.exchange.ExportsService;
import org.kartoteka.core.internal.exchange.ImportFiles;
import org.kartoteka.core.internal.exchange.ImportStore;
import org.kartoteka.core.internal.exchange.ImportTemplates;
import org.kartoteka.core.internal.exchange.ImportsService;
import org.kartoteka.core.internal.exchange.PartyExporter;
import org.kartoteka.core.internal.exchange.PartyImporter;
import org.kartoteka.core.internal.exchange.PartyUndo;
import org.kartoteka.core.internal.exchange.PartyWriting;
import org.kartoteka.core.internal.exchange.PersonExporter;
import org.kartoteka.core.internal.exchange.PersonImporter;
import org.kartoteka.core.internal.exchange.PersonUndo;
import org.kartoteka.core.internal.exchange.PersonWriting;
import org.kartoteka.core.internal.exchange.UndoStore;
import org.kartoteka.core.internal.exchange.UserNames;
import org.kartoteka.core.internal.handover.FollowHandovers;
import org.kartoteka.core.internal.handover.HandoverRows;
import org.kartoteka.core.internal.handover.HandoversService;
import org.kartoteka.core.internal.handover.OwnedKinds;
import org.kartoteka.core.internal.merge.Belongings;
import org.kartoteka.core.internal.merge.FollowMerges;
import org.kartoteka.core.internal.merge.MergeDiary;
import org.kartoteka.core.internal.merge.MergeParticipants;
import org.kartoteka.core.internal.merge.MergePreviews;
import org.kartoteka.core.internal.merge.MergeRows;
import org.kartoteka.core.internal.merge.MergeUndo;
import org.kartoteka.core.internal.merge.MergesService;
import org.kartoteka.core.internal.merge.PartyMerge;
import org.kartoteka.core.internal.merge.PersonBelongings;
import org.kartoteka.core.internal.merge.PersonMerge;
import org.kartoteka.core.internal.merge.PersonMergeUndo;
import org.kartoteka.core.internal.merge.Superiors;
import org.kartoteka.core.internal.note.NoteLists;
import org.kartoteka.core.internal.note.NoteRecords;
import org.kartoteka.core.internal.note.NoteRemoval;
import org.kartoteka.core.internal.note.NotebookService;
import org.kartoteka.core.internal.party.PartyAdmissions;
import org.kartoteka.core.internal.party.PartyFinder;
import org.kartoteka.core.internal.party.PartyGateService;
import org.kartoteka.core.internal.party.PartyLists;
import org.kartoteka.core.internal.party.PartyNumbers;
import org.kartoteka.core.internal.party.PartyRecords;
import org.kartoteka.core.internal.party.PartyRegisterService;
import org.kartoteka.core.internal.party.PartyRemoval;
import org.kartoteka.core.internal.party.PartyTags;
import org.kartoteka.core.internal.person.PersonDirectoryService;
import org.kartoteka.core.internal.person.PersonFinder;
import org.kartoteka.core.internal.person.PersonLists;
import org.kartoteka.core.internal.person.PersonRecords;
import org.kartoteka.core.internal.person.PrivateReadings;
import org.kartoteka.core.internal.register.RegisterHistory;
import org.kartoteka.core.internal.register.RegisterMembers;
import org.kartoteka.core.internal.register.RegisterRings;
import org.kartoteka.core.internal.register.RegistersService;
import org.kartoteka.core.internal.search.NoteSearchSource;
import org.kartoteka.core.internal.search.PartySearchSource;
import org.kartoteka.core.internal.search.PersonSearchSource;
import org.kartoteka.core.internal.search.SearchService;
import org.kartoteka.core.internal.timeline.NoteTimeline;
import org.kartoteka.core.internal.timeline.PartyTimeline;
import org.kartoteka.core.internal.timeline.PersonTimeline;
import org.kartoteka.core.internal.timeline.TimelineService;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.testing.FakeAttachments;
import org.kartoteka.testing.FakeAuditLog;
import org.kartoteka.testing.FakeChangeHistory;
import org.kartoteka.testing.FakeJournal;
import org.kartoteka.testing.FakeMalwareGuard;
import org.kartoteka.testing.FakeRecordScopes;
import org.kartoteka.testing.FakeSettings;
import org.kartoteka.testing.FakeUser;
import org.kartoteka.testing.FakeUserDirectory;
import org.kartoteka.testing.JpaUnitOfWork;
import org.kartoteka.testing.PostgresFixture;

/** The core, put together by hand on a fresh database. */
public final class CoreFixture implements AutoCloseable {

  public final PostgresFixture postgres = PostgresFixture.create().migrate("core");
  public final FakeUser user = FakeUser.almighty();
  public final FakeRecordScopes scopes = new FakeRecordScopes(user);
  public final FakeJournal journal = new FakeJournal();
  public final FakeAuditLog audit = new FakeAuditLog();
  public final FakeChangeHistory history = new FakeChangeHistory();
  public final FakeSettings settings = new FakeSettings();
  public final FakeAttachments attachments = new FakeAttachments();
  public final FakeMalwareGuard malware = new FakeMalwareGuard();
  public final Messages messages = new PlainMessages();
  public final Clock clock = Clock.systemUTC();

  private final EntityManagerFactory factory = postgres.entityManagerFactory("core");
  public final JpaUnitOfWork unitOfWork = new JpaUnitOfWork(factory);
  private final CoreRecords entities = new CoreRecords(unitOfWork, factory);
  public final Acts acts = new Acts(clock, user);
  public final FakeUserDirectory users = new FakeUserDirectory();
  private final Names names = new Names(unitOfWork, users, entities);
  private final Diary diary = new Diary(history, journal);
  private final DefaultCountry country = new DefaultCountry(settings);
  private final NoteRemoval noteRemoval = new NoteRemoval(attachments, diary);
  private final NoteRecords noteRecords =
      new NoteRecords(unitOfWork, entities, noteRemoval, acts, diary);
  public final PartyNumbers numbers = new PartyNumbers(unitOfWork);
  public final CustomFieldBook customFieldBook = new CustomFieldBook(unitOfWork, clock);
  public final CustomFieldNews customFieldNews = new CustomFieldNews(customFieldBook);
  public final CustomFieldsService customFields =
      new CustomFieldsService(
          unitOfWork,
          user,
          entities,
          customFieldBook,
          new CustomFieldUse(unitOfWork),
          diary,
          new PlainMessages(),
          customFieldNews);
  public final BuildCustomFieldIndexes customFieldIndexes =
      new BuildCustomFieldIndexes(
          unitOfWork,
          customFieldBook,
          new CustomFieldIndexes(postgres.dataSource()),
          customFieldNews,
          clock);
  private final CustomConditions customConditions = new CustomConditions(customFieldBook);
  private final CustomOrders customOrders = new CustomOrders(customFieldBook);
  public final PartyConditions partyConditions = new PartyConditions(unitOfWork, customConditions);
  public final PartyScopes partyScopes = new PartyScopes(unitOfWork, scopes, user, partyConditions);
  public final PartyTags partyTags = new PartyTags(unitOfWork, partyScopes);
  public final PartyLists partyLists =
      new PartyLists(unitOfWork, partyConditions, customOrders, partyScopes);
  private final PartyAdmissions admissionStandings =
      new PartyAdmissions(unitOfWork, settings, journal);
  public final PartyRecords partyRecords =
      new PartyRecords(
          entities,
          numbers,
          partyTags,
          country,
          customFieldBook,
          admissionStandings,
          acts,
          names,
          diary,
          partyScopes);
  public final PersonRecords personRecords =
      new PersonRecords(
          unitOfWork,
          entities,
          partyRecords,
          noteRemoval,
          country,
          customFieldBook,
          acts,
          names,
          diary,
          partyScopes);

  private final PartyRemoval partyRemoval =
      new PartyRemoval(unitOfWork, entities, noteRemoval, partyTags, names, diary, partyScopes);

  public final PartyRegister parties =
      new PartyRegisterService(unitOfWork, user, partyRecords, partyRemoval, partyLists, partyTags);
  public final PartyGate gate = new PartyGateService(unitOfWork, partyLists);
  private final PersonLists personLists =
      new PersonLists(unitOfWork, entities, customConditions, customOrders, partyScopes);
  public final PersonDirectory persons =
      new PersonDirectoryService(
          unitOfWork,
          user,
          entities,
          partyRecords,
          personRecords,
          personLists,
          new PrivateReadings(audit),
          partyScopes);
  public final Notebook notes =
      new NotebookService(
          unitOfWork,
          user,
          entities,
          new NoteLists(entities, partyScopes),
          noteRecords,
          attachments,
          acts,
          diary,
          partyScopes);
  public final Registers registers =
      new RegistersService(
          unitOfWork,
          user,
          entities,
          new RegisterMembers(unitOfWork, partyLists, partyConditions, partyScopes),
          new RegisterHistory(history),
          new RegisterRings(entities, partyConditions),
          partyScopes);
  public final SearchService search = search();
  private final PersonBelongings personBelongings = new PersonBelongings(unitOfWork);
  private final Belongings belongings = new Belongings(unitOfWork, personBelongings);
  public final MergeRows mergeRows = new MergeRows(unitOfWork, partyScopes);
  public final MergeParticipants mergeParticipants = new MergeParticipants(mergeRows);
  private final CardKeys cardKeys = new CardKeys(unitOfWork);
  private final Profiles profiles = new Profiles(unitOfWork);
  public final DuplicatePairs duplicatePairs = new DuplicatePairs(unitOfWork, partyScopes);
  public final DuplicateSearch duplicateSearch =
      new DuplicateSearch(unitOfWork, profiles, cardKeys, duplicatePairs, clock);
  public final Duplicates duplicates =
      new DuplicatesService(
          unitOfWork,
          user,
          acts,
          partyLists,
          personLists,
          new SimilarCards(profiles, cardKeys),
          duplicatePairs,
          duplicateSearch,
          partyScopes);
  private final MergeDiary mergeDiary = new MergeDiary(unitOfWork, history, journal);
  private final Superiors superiors = new Superiors(entities, personRecords);
  private final PersonMergeUndo personMergeUndo =
      new PersonMergeUndo(
          entities,
          partyRecords,
          personRecords,
          personBelongings,
          superiors,
          mergeRows,
          mergeParticipants,
          mergeDiary,
          acts);
  public final Merges merges =
      new MergesService(
          unitOfWork,
          user,
          new MergePreviews(
              partyRecords,
              entities,
              belongings,
              personBelongings,
              mergeParticipants,
              names,
              user,
              partyScopes),
          new PartyMerge(
              user,
              partyRecords,
              personRecords,
              partyTags,
              belongings,
              duplicatePairs,
              mergeRows,
              mergeParticipants,
              mergeDiary,
              acts),
          new MergeUndo(
              partyRecords,
              personRecords,
              personMergeUndo,
              partyTags,
              belongings,
              mergeRows,
              mergeParticipants,
              mergeDiary,
              acts),
          new PersonMerge(
              user,
              entities,
              partyRecords,
              personRecords,
              personBelongings,
              superiors,
              duplicatePairs,
              mergeRows,
              mergeParticipants,
              mergeDiary,
              acts,
              partyScopes),
          personMergeUndo,
          mergeRows);
  public final FollowMerges followMerges =
      new FollowMerges(unitOfWork, mergeParticipants, mergeRows);

  public final ExecutorService background = Executors.newSingleThreadExecutor();
  public final ImportStore importStore = new ImportStore(unitOfWork, clock);
  public final ImportsService imports = imports();
  public final ExportsService exports = exports();
  public final AdmissionsService admissions =
      new AdmissionsService(
          unitOfWork,
          user,
          partyRecords,
          admissionStandings,
          new AdmissionStore(unitOfWork, partyScopes),
          new AdmissionFacts(unitOfWork, duplicates, partyScopes),
          acts,
          diary,
          partyScopes);
  public final TimelineService timeline = timeline();
  private final OwnerShares ownerShares = new OwnerShares(unitOfWork, partyConditions);
  public final BulkActsService bulkActs = bulkActs();
  private final HandoverRows handoverRows = new HandoverRows(unitOfWork, clock, partyScopes);
  public final OwnedKinds ownedKinds = new OwnedKinds(handoverRows);
  public final FollowHandovers followHandovers =
      new FollowHandovers(unitOfWork, user, ownedKinds, handoverRows);
  public final Handovers handovers =
      new HandoversService(
          unitOfWork,
          user,
          user,
          user,
          users,
          names,
          history,
          bulkActs,
          partyLists,
          ownedKinds,
          handoverRows,
          followHandovers,
          background);

  /** Compares what waits to be compared. */
  public void findDuplicates() {
    duplicateSearch.run(() -> false);
  }

  /** Imports as after a start of the bundle. */
  public ImportsService imports() {
    return imports(background);
  }

  /** Imports as after a start of the bundle, with these threads. */
  public ImportsService imports(ExecutorService threads) {
    PartyFinder finder = new PartyFinder(unitOfWork);
    PersonFinder personFinder = new PersonFinder(unitOfWork, partyScopes);
    UserNames userNames = new UserNames(users);
    PersonUndo personUndo =
        new PersonUndo(unitOfWork, entities, partyRecords, personRecords, noteRecords);
    ImportsService service =
        new ImportsService(
            unitOfWork,
            user,
            user,
            user,
            importStore,
            new ImportFiles(unitOfWork),
            new UndoStore(unitOfWork, clock),
            new ImportTemplates(unitOfWork, clock),
            new PlainMessages(),
            new MassWriting(),
            threads,
            partyScopes,
            malware);
    service.bindImporter(
        new PartyImporter(
            user,
            user,
            customFields,
            new PartyWriting(
                partyRecords,
                finder,
                personRecords,
                personFinder,
                noteRecords,
                userNames,
                country,
                partyScopes),
            new PartyUndo(
                unitOfWork,
                partyRecords,
                partyRemoval,
                personUndo,
                noteRecords,
                userNames,
                user,
                new PlainMessages())));
    service.bindImporter(
        new PersonImporter(
            user,
            user,
            customFields,
            new PersonWriting(
                entities,
                partyRecords,
                finder,
                personRecords,
                personFinder,
                noteRecords,
                country,
                partyScopes),
            personUndo));
    return service;
  }

  /** Bulk acts as after a start of the bundle. */
  public BulkActsService bulkActs() {
    return new BulkActsService(
        unitOfWork,
        user,
        user,
        new BulkStore(unitOfWork, clock, partyScopes),
        new BulkParties(unitOfWork, partyConditions, admissionStandings, partyScopes, ownerShares),
        new BulkDeeds(unitOfWork, partyRecords, registers, partyScopes, ownerShares),
        registers,
        customFieldBook,
        new PlainMessages(),
        background,
        partyScopes);
  }

  private TimelineService timeline() {
    TimelineService service = new TimelineService(unitOfWork, user, partyScopes);
    service.bindSource(new PartyTimeline(history));
    service.bindSource(new PersonTimeline(unitOfWork, history));
    service.bindSource(new NoteTimeline(unitOfWork, user));
    return service;
  }

  private ExportsService exports() {
    ExportsService service =
        new ExportsService(
            unitOfWork,
            user,
            user,
            new ExportStore(unitOfWork, clock),
            new PlainMessages(),
            clock,
            audit,
            partyScopes);
    service.bindExporter(
        new PartyExporter(
            unitOfWork, user, user, parties, partyRecords, customFields, new UserNames(users)));
    service.bindExporter(
        new PersonExporter(
            unitOfWork,
            user,
            user,
            persons,
            new PersonFinder(unitOfWork, partyScopes),
            parties,
            customFields,
            partyScopes));
    return service;
  }

  private SearchService search() {
    SearchService service = new SearchService(unitOfWork, user);
    service.bindSource(new NoteSearchSource(user, notes, partyLists));
    service.bindSource(new PersonSearchSource(user, personLists));
    service.bindSource(new PartySearchSource(user, partyLists));
    return service;
  }

  @Override
  public void close() {
    background.shutdownNow();
    factory.close();
  }
}
