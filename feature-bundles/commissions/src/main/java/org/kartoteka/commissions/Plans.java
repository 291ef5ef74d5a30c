package org.kartoteka.commissions;

import java.util.List;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.osgi.annotation.versioning.ProviderType;

/**
 * By which rules commissions are earned, and by whom (MON-10). Reading needs {@code
 * commissions.plan.define} or {@code commissions.all.read}, acts {@code commissions.plan.define}.
 */
@ProviderType
public interface Plans {

  /** The type of plans in references. */
  String TYPE = "commissions.plan";

  /** Adds a plan; it earns nothing before it has a version and somebody has it. */
  PlanView add(PlanData data);

  /** Changes what a plan is called. */
  PlanView change(PlanId id, ExpectedRevision revision, PlanData data);

  /** Defines a version; versions stay as they are for good. */
  PlanVersionView define(PlanId id, DefineVersion order);

  /** All plans by name. */
  List<PlanView> all();

  /** One plan. */
  PlanView get(PlanId id);

  /** The versions of a plan, the latest first. */
  List<PlanVersionView> versions(PlanId id);

  /** One version. */
  PlanVersionView version(PlanVersionId id);

  /** Gives a plan to people. */
  AssignmentView assign(PlanId id, AssignPlan order);

  /** Takes an assignment back; what was reckoned by it stays. */
  void endAssignment(AssignmentId id);

  /** The assignments of a plan that stand. */
  List<AssignmentView> assignments(PlanId id);

  /** Lets several people share in sales. */
  SplitView split(SplitData data);

  /** Ends a split; what was reckoned by it stays. */
  void endSplit(SplitId id);

  /** The splits that stand, the latest first. */
  List<SplitView> splits();
}
