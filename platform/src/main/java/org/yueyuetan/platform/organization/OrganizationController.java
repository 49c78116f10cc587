package org.yueyuetan.platform.organization;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.region.Regions;

/** The registry as people read it: the list, and one organization. */
@Controller
class OrganizationController {

  private static final int PAGE = 50;

  private final Organizations organizations;
  private final Regions regions;
  private final Settings settings;
  private final Audit audit;

  OrganizationController(
      Organizations organizations, Regions regions, Settings settings, Audit audit) {
    this.organizations = organizations;
    this.regions = regions;
    this.settings = settings;
    this.audit = audit;
  }

  @GetMapping("/organizations")
  ModelAndView list(Form form, SignedIn me) {
    var filter = Filter.read(form);
    var found = organizations.list(me.scope(), filter, form.id("after"), PAGE + 1);
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    return new ModelAndView(
        "organization/list",
        Map.of(
            "organizations",
            shown,
            "contacts",
            readsContacts(me)
                ? organizations.maskedContacts(shown.stream().map(Organization::id).toList())
                : Map.of(),
            "count",
            organizations.count(me.scope(), filter),
            "next",
            found.size() > PAGE ? Optional.of(shown.getLast().id()) : Optional.empty(),
            "form",
            form,
            "regions",
            regions,
            "staff",
            readsContacts(me)));
  }

  @GetMapping("/organizations/{id}")
  ModelAndView show(@PathVariable long id, SignedIn me) {
    var organization = existing(id, me);
    var contacts =
        seesContacts(me, organization)
            ? organizations.contacts(id).stream().map(Contact::masked).toList()
            : List.<Contact>of();
    return page(organization, contacts, false, me);
  }

  /** Shows the contacts unmasked; who did is on record. */
  @PostMapping("/organizations/{id}/contacts")
  ModelAndView openContacts(@PathVariable long id, SignedIn me) {
    var organization = existing(id, me);
    if (!seesContacts(me, organization)) {
      throw new NotFound("organization", id);
    }
    audit.opened("organization", id);
    return page(organization, organizations.contacts(id), true, me);
  }

  private ModelAndView page(
      Organization organization, List<Contact> contacts, boolean opened, SignedIn me) {
    return new ModelAndView(
        "organization/organization",
        Map.of(
            "organization",
            organization,
            "place",
            regions.path(organization.regionCode()),
            "contacts",
            contacts,
            "opened",
            opened,
            "whole",
            organization.liesIn(me.scope()),
            "withContacts",
            seesContacts(me, organization),
            "doubts",
            organization.liesIn(me.scope()) ? doubts(organization) : List.of()));
  }

  /** What is odd about the credit code but no reason to refuse it; keys of messages. */
  private List<String> doubts(Organization organization) {
    var doubts = new ArrayList<String>();
    organization
        .creditCode()
        .ifPresent(code -> {
          if (!code.innerCheckHolds()) {
            doubts.add("organization.creditCode.inner");
          }
          if (!code.registeredIn(settings.get(Setting.HOME_REGION))) {
            doubts.add("organization.creditCode.elsewhere");
          }
        });
    return doubts;
  }

  private Organization existing(long id, SignedIn me) {
    return organizations.find(me.scope(), id).orElseThrow(() -> new NotFound("organization", id));
  }

  private static boolean readsContacts(SignedIn me) {
    return me.is(Role.ORGANIZER) || me.is(Role.AUDITOR);
  }

  private static boolean seesContacts(SignedIn me, Organization organization) {
    return (readsContacts(me) || me.is(Role.REPRESENTATIVE)) && organization.liesIn(me.scope());
  }
}
